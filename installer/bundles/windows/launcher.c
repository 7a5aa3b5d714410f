/* Starts the program: loads Python from the folder `runtime` beside it and runs the package linli.

   Compiled twice: linli.exe shows the window, linli-cli.exe (with CONSOLE defined) is for verbs in
   a console. It uses nothing but Windows itself, not even a C library, so that nothing of another
   licence gets inside. What goes wrong before Python runs is said here, in the clerk's language. */

#define UNICODE
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <shellapi.h>

#define ROOM 32768 /* the longest path of Windows, in characters */
#define OLDEST_BUILD 17763 /* Windows 10 1809, the oldest that Qt 6 runs on */
#define NOT_STARTED 1
#define OURS 5 /* arguments before the user's */

typedef int(__cdecl *py_main)(int, wchar_t **);
typedef LONG(WINAPI *rtl_get_version)(OSVERSIONINFOW *);

static wchar_t program[ROOM], folder[ROOM], library[ROOM];

static void say(const wchar_t *words)
{
#ifdef CONSOLE
    HANDLE console = GetStdHandle(STD_ERROR_HANDLE);
    DWORD written;
    if (!WriteConsoleW(console, words, lstrlenW(words), &written, NULL)) {
        static char bytes[4 * ROOM];
        int size = WideCharToMultiByte(CP_UTF8, 0, words, -1, bytes, sizeof bytes, NULL, NULL);
        WriteFile(console, bytes, size - 1, &written, NULL);
    }
#else
    MessageBoxW(NULL, words, L"邻里台", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#endif
}

static int windows_is_too_old(void)
{
    static OSVERSIONINFOW found; /* static: filled with zeros without a C library */
    rtl_get_version ask =
        (rtl_get_version)(void *)GetProcAddress(GetModuleHandleW(L"ntdll"), "RtlGetVersion");
    found.dwOSVersionInfoSize = sizeof found;
    if (ask == NULL || ask(&found) != 0)
        return 0; /* Windows does not say; then Python will tell */
    if (found.dwMajorVersion != 10)
        return found.dwMajorVersion < 10;
    return found.dwBuildNumber < OLDEST_BUILD;
}

/* Fill in where this program, its runtime and Python's library are; return whether they fit. */
static int find_ourselves(void)
{
    static const wchar_t runtime[] = L"runtime", python[] = L"\\python311.dll";
    DWORD length = GetModuleFileNameW(NULL, program, ROOM);
    if (length == 0 || length >= ROOM - ARRAYSIZE(runtime) - ARRAYSIZE(python))
        return 0;
    lstrcpyW(folder, program);
    while (length > 0 && folder[length - 1] != L'\\')
        length--;
    lstrcpyW(folder + length, runtime);
    lstrcpyW(library, folder);
    lstrcatW(library, python);
    return 1;
}

static int run(void)
{
    int given = 0;
    wchar_t **typed = CommandLineToArgvW(GetCommandLineW(), &given);
    wchar_t **arguments;
    py_main python_main;
    HMODULE python;
    int count = 0;

    SetDllDirectoryW(L""); /* no library is ever taken from the folder one happens to be in */
    AddDllDirectory(folder); /* where the C++ library lies that modules in other folders want */
    python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    python_main = python ? (py_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    arguments = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, (given + OURS + 2) * sizeof *arguments);
    if (python_main == NULL || typed == NULL || arguments == NULL) {
        say(L"邻里台的文件不完整（runtime\\python311.dll 打不开），请重新安装；"
            L"台账不受影响。\r\n");
        return NOT_STARTED;
    }
    arguments[count++] = program;
    arguments[count++] = L"-B";
    arguments[count++] = L"-Xutf8";
    arguments[count++] = L"-m";
    arguments[count++] = L"linli";
    for (int each = 1; each < given; each++)
        arguments[count++] = typed[each];
    return python_main(count, arguments);
}

void start(void)
{
    if (windows_is_too_old()) {
        say(L"邻里台需要 Windows 10 1809 或更新的版本，这台电脑的 Windows 太旧；"
            L"请换一台电脑，或先升级 Windows。\r\n");
        ExitProcess(NOT_STARTED);
    }
    if (!find_ourselves()) {
        say(L"邻里台所在文件夹的路径太长，请移到短一些的路径下，"
            L"例如 D:\\Linli。\r\n");
        ExitProcess(NOT_STARTED);
    }
#ifdef CONSOLE
    SetEnvironmentVariableW(L"LINLI_PROGRAM", L"linli-cli");
#endif
    ExitProcess(run());
}
