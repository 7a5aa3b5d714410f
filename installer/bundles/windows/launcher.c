/* Starts the program: loads Python from the folder `runtime` beside it and runs the package linli.

   Compiled twice: linli.exe shows the window, linli-cli.exe (with CONSOLE defined) is for verbs in
   a console. Beside a file portable.txt the ledger lies in `data` there; a file ledger.db that is
   dropped on the program opens the ledger in its folder. It uses nothing but Windows itself, not even a C library, so that nothing of another
   licence gets inside. What goes wrong before Python runs is said here, in the clerk's language. */

#define UNICODE
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <shellapi.h>

#define ROOM 32768 /* the longest path of Windows, in characters */
#define OLDEST_BUILD 17763 /* Windows 10 1809, the oldest that Qt 6 runs on */
#define NOT_STARTED 1
#define OURS 7 /* arguments before the user's, at most */

typedef int(__cdecl *py_main)(int, wchar_t **);
typedef LONG(WINAPI *rtl_get_version)(OSVERSIONINFOW *);

static wchar_t program[ROOM], library[ROOM];
static wchar_t runtime[ROOM], mark[ROOM], data[ROOM]; /* beside the program */

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

/* Fill in where things lie beside this program; return whether their paths are short enough. */
static int find_ourselves(void)
{
    static const wchar_t python[] = L"runtime\\python311.dll";
    wchar_t *each[] = {library, runtime, mark, data};
    const wchar_t *names[] = {python, L"runtime", L"portable.txt", L"data"};
    DWORD length = GetModuleFileNameW(NULL, program, ROOM);
    if (length == 0 || length >= ROOM - ARRAYSIZE(python))
        return 0;
    while (length > 0 && program[length - 1] != L'\\')
        length--;
    for (int at = 0; at < 4; at++) {
        lstrcpynW(each[at], program, length + 1);
        lstrcpyW(each[at] + length, names[at]);
    }
    return 1;
}

/* Cut the name of a ledger's file off a path; return whether it was one. */
static int is_ledger(wchar_t *path)
{
    static const wchar_t name[] = L"\\ledger.db";
    int start = lstrlenW(path) - (ARRAYSIZE(name) - 1);
    if (start < 1 || lstrcmpiW(path + start, name) != 0)
        return 0;
    path[path[start - 1] == L':' ? start + 1 : start] = 0; /* the root of a drive keeps its mark */
    return 1;
}

static int run(void)
{
    int given = 0;
    wchar_t **typed = CommandLineToArgvW(GetCommandLineW(), &given);
    wchar_t **arguments;
    py_main python_main;
    HMODULE python;
    int count = 0, first = 1;

    SetDllDirectoryW(L""); /* no library is ever taken from the folder one happens to be in */
    AddDllDirectory(runtime); /* where the C++ library lies that modules in other folders want */
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
    if (given > 1 && is_ledger(typed[1])) {
        arguments[count++] = L"--data-dir";
        arguments[count++] = typed[1];
        first = 2;
    } else if (GetFileAttributesW(mark) != INVALID_FILE_ATTRIBUTES) {
        arguments[count++] = L"--data-dir";
        arguments[count++] = data;
    }
    for (int each = first; each < given; each++)
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
