; Installs the program on Windows. `windows.py` calls makensis with:
;   VERSION, NUMBERS (four of them), LISTS (the folder with install.nsh and remove.nsh), ICON,
;   SIDE (a picture), OUTPUT, SIZE (KB).
; Silent: /S, with /AllUsers or /CurrentUser and, last, /D=FOLDER. Exit codes: 0 installed,
; 1 stopped by the user, 2 refused, with words where there is a window.

Unicode true
Target amd64-unicode
SetCompressor /SOLID /FINAL lzma
SetCompressorDictSize 64
ManifestDPIAware true
ManifestSupportedOS Win10

!define NAME "邻里台"
!define FOLDER "Linli"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${FOLDER}"
!define OLDEST_BUILD 17763
!define REFUSED 2

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "${FOLDER}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INIT_TEXT_ALLUSERSNOTPOSSIBLE "您的 Windows 账户没有管理员权限，不能为所有人安装。请选“仅为我安装”，或请管理员来装。"

!include MultiUser.nsh
!include MUI2.nsh
!include WinVer.nsh
!include x64.nsh
!include WordFunc.nsh
!include LogicLib.nsh

Name "${NAME}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${NUMBERS}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "将在这台电脑上安装邻里台 ${VERSION}。不需要联网。$\r$\n$\r$\n如果已经装过旧版本，会换成新版本；台账不受影响。请先关闭正在使用的邻里台。$\r$\n$\r$\n单击“下一步”继续。"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION start_program
!define MUI_FINISHPAGE_RUN_TEXT "现在打开邻里台"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "将从这台电脑上卸载邻里台。您的台账、备份和设置不会删除，仍在“$LOCALAPPDATA\linli”；以后重新安装，可以接着用。"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE SimpChinese


; Say why not, and end. Silent installations get the exit code alone.
!macro REFUSE WORDS
  MessageBox MB_OK|MB_ICONSTOP "${WORDS}" /SD IDOK
  SetErrorLevel ${REFUSED}
  Quit
!macroend

; Refuse while the program runs: Windows then lets nobody write to its file.
!macro REFUSE_RUNNING PROGRAM WHAT
  ${If} ${FileExists} "${PROGRAM}"
    ClearErrors
    FileOpen $0 "${PROGRAM}" a
    ${If} ${Errors}
      !insertmacro REFUSE "邻里台正在运行（或者没有权限改写“$INSTDIR”），不能${WHAT}。请先关闭邻里台的所有窗口，再重新运行。"
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro REFUSE_BOTH_RUNNING WHAT
  !insertmacro REFUSE_RUNNING "$INSTDIR\linli.exe" "${WHAT}"
  !insertmacro REFUSE_RUNNING "$INSTDIR\linli-cli.exe" "${WHAT}"
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    !insertmacro REFUSE "邻里台需要 Windows 10 1809 或更新的版本，这台电脑的 Windows 太旧，不能安装。请换一台电脑，或先升级 Windows。"
  ${EndIf}
  SetRegView 64
  !insertmacro MULTIUSER_INIT
FunctionEnd

Function un.onInit
  SetRegView 64
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

; Desktop and start menu belong to whoever is logged in, not to the administrator who installs.
Function start_program
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\linli.exe"'
FunctionEnd

; An older version takes its own files away first, so that none of them is left beside new ones.
Function remove_older
  ReadRegStr $1 SHCTX "${KEY}" "DisplayVersion"
  ReadRegStr $2 SHCTX "${KEY}" "InstallLocation"
  ${If} $1 == ""
  ${OrIfNot} ${FileExists} "$2\uninstall.exe"
    Return
  ${EndIf}
  ${VersionCompare} "$1" "${VERSION}" $0
  ${If} $0 == 1
    !insertmacro REFUSE "这台电脑上已经装了更新的邻里台 $1，不能换成旧的 ${VERSION}：旧版本打不开新版本的台账。"
  ${EndIf}
  StrCpy $3 $INSTDIR
  StrCpy $INSTDIR $2
  !insertmacro REFUSE_BOTH_RUNNING "更新"
  StrCpy $INSTDIR $3
  ExecWait '"$2\uninstall.exe" /S /$MultiUser.InstallMode _?=$2' $0
  ${If} $0 != 0
    !insertmacro REFUSE "旧版本的邻里台没有卸载掉（$2）。请先关闭邻里台，再重新运行安装程序。"
  ${EndIf}
FunctionEnd

Section
  Call remove_older
  !insertmacro REFUSE_BOTH_RUNNING "安装"
  SetOverwrite on
  ClearErrors
  !include "${LISTS}\install.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    !insertmacro REFUSE "有文件没有写进“$INSTDIR”。请看看磁盘是不是满了、这个文件夹能不能写，再重新运行安装程序。"
  ${EndIf}
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\linli.exe"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\linli.exe"
  WriteRegStr SHCTX "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\linli.exe"
  WriteRegStr SHCTX "${KEY}" "Publisher" "Linli"
  WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
SectionEnd

Section "un.program"
  !insertmacro REFUSE_BOTH_RUNNING "卸载"
  !include "${LISTS}\remove.nsh"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey SHCTX "${KEY}"
SectionEnd
