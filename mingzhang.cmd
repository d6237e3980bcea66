@echo off
rem Starts mingzhang; builds it on first use. After changing the sources, delete the folder build\app.
setlocal
set ROOT=%~dp0
set APP=%ROOT%build\app\mingzhang.exe
if exist "%APP%" goto run
where dotnet >nul 2>nul
if errorlevel 1 (
  echo mingzhang: the .NET 10 SDK was not found; install it from https://dotnet.microsoft.com/download 1>&2
  exit /b 2
)
dotnet publish "%ROOT%src\Mingzhang.App" -c Release -r win-x64 --self-contained false -p:PublishReadyToRun=true -o "%ROOT%build\app" > "%TEMP%\mingzhang-build.log" 2>&1
if errorlevel 1 dotnet publish "%ROOT%src\Mingzhang.App" -c Release -o "%ROOT%build\app" > "%TEMP%\mingzhang-build.log" 2>&1
if errorlevel 1 (
  type "%TEMP%\mingzhang-build.log" 1>&2
  echo mingzhang: the build failed, see above. 1>&2
  exit /b 2
)
:run
"%APP%" %*
exit /b %ERRORLEVEL%
