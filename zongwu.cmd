@echo off
rem Starts Zongwu: finds a JDK, builds when a source has changed, runs the command. See zongwu help.
rem Plain ASCII throughout, and no delayed expansion: cmd.exe loses its place in a script with other letters while the code
rem page is UTF-8, and would swallow every exclamation mark in a path or an argument. What is said in Chinese stands in files.
setlocal EnableExtensions DisableDelayedExpansion
set "NEED=25"
set "BASE=%~dp0"
if "%BASE:~-1%"=="\" set "BASE=%BASE:~0,-1%"
set "RUN=%BASE%\app\target\run"
set "LOG=%BASE%\target\build.log"
set "SAY=%BASE%\app\src\main\resources\launcher"
set "CODE=0"
set "PAGE="
for /f "tokens=2 delims=:." %%P in ('chcp') do set "PAGE=%%P"
chcp 65001 >nul

set "COMMAND=%~1"
if not defined COMMAND goto help
if /i "%COMMAND%"=="help" goto help
if "%COMMAND%"=="--help" goto help
if "%COMMAND%"=="-h" goto help

set "FOUND="
if defined ZONGWU_JAVA_HOME call :try "%ZONGWU_JAVA_HOME:"=%"
if defined JAVA_HOME call :try "%JAVA_HOME:"=%"
for /f "delims=" %%J in ('where javac 2^>nul') do call :try "%%~dpJ.."
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%ProgramFiles%\Amazon Corretto" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps" "%USERPROFILE%\.sdkman\candidates\java") do call :look "%%~R"
if not defined FOUND (
  type "%SAY%\no-jdk.txt" 1>&2
  set "CODE=1"
  goto end
)
set "JAVA_HOME=%FOUND%"

if "%COMMAND%"=="test" goto test
if "%COMMAND%"=="check" goto check
if "%COMMAND%"=="bench" goto bench

rem One number for names, sizes and times of everything that goes into the program
set "STAMP="
for /f "usebackq delims=" %%S in (`powershell -NoProfile -NonInteractive -Command "$b=$env:BASE; $f=@('pom.xml','app\pom.xml','db\pom.xml','db\modules.txt' | ForEach-Object {Get-Item -LiteralPath (Join-Path $b $_)}) + @('db\src','app\src\main','.mvn' | ForEach-Object {Get-ChildItem -LiteralPath (Join-Path $b $_) -Recurse -File}); $t=($f | Sort-Object FullName | ForEach-Object {$_.FullName+$_.Length+$_.LastWriteTimeUtc.Ticks}) -join ';'; $h=[Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($t)); -join ($h[0..7] | ForEach-Object {$_.ToString('x2')})"`) do set "STAMP=%%S"
if not defined STAMP (
  type "%SAY%\no-sources.txt" 1>&2
  set "CODE=1"
  goto end
)
if exist "%RUN%\%STAMP%\zongwu.jar" goto start

type "%SAY%\building.txt" 1>&2
if not exist "%BASE%\target" mkdir "%BASE%\target"
rem Nothing of a source that is gone may end up in the program
if exist "%BASE%\app\target\classes" rmdir /s /q "%BASE%\app\target\classes"
if exist "%BASE%\db\target\classes\db" rmdir /s /q "%BASE%\db\target\classes\db"
pushd "%BASE%"
call .\mvnw.cmd -B -ntp -pl app -am -Dmaven.test.skip=true package >"%LOG%" 2>&1
set "CODE=%ERRORLEVEL%"
popd
if not "%CODE%"=="0" goto broken
if exist "%RUN%\new" rmdir /s /q "%RUN%\new"
if exist "%RUN%\%STAMP%" rmdir /s /q "%RUN%\%STAMP%"
if not exist "%RUN%" mkdir "%RUN%"
"%JAVA_HOME%\bin\java.exe" -Djarmode=tools -jar "%BASE%\app\target\zongwu.jar" extract --destination "%RUN%\new" >>"%LOG%" 2>&1
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" goto broken
move "%RUN%\new" "%RUN%\%STAMP%" >nul
set "CODE=%ERRORLEVEL%"
if not "%CODE%"=="0" goto broken

:start
set "CACHE=%RUN%\%STAMP%\zongwu.aot"
set "AOT=-Dzongwu.aot=%CACHE%"
if exist "%CACHE%" set "AOT=-XX:AOTCache=%CACHE%"
"%JAVA_HOME%\bin\java.exe" "%AOT%" -Xmx1g -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Xlog:aot=off -Xlog:cds=off -Duser.timezone=Asia/Shanghai -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Dzongwu.base=%BASE%" -cp "%RUN%\%STAMP%\zongwu.jar" org.zongwu.Zongwu %*
set "CODE=%ERRORLEVEL%"
goto end

:test
call :rest %*
pushd "%BASE%"
call .\mvnw.cmd -B -ntp -pl app -am verify -Dsurefire.failIfNoSpecifiedTests=false %REST%
set "CODE=%ERRORLEVEL%"
popd
type "%SAY%\no-journeys.txt" 1>&2
goto end

:bench
call :rest %*
pushd "%BASE%"
call .\mvnw.cmd -B -ntp -pl app -am test -Dtest=Bench -Dsurefire.failIfNoSpecifiedTests=false %REST%
set "CODE=%ERRORLEVEL%"
popd
goto end

:check
call :rest %*
pushd "%BASE%"
call .\mvnw.cmd -q -B -ntp -pl app -am test "-Dtest=*Tests" -DexcludedGroups=slow -Dsurefire.failIfNoSpecifiedTests=false %REST%
set "CODE=%ERRORLEVEL%"
popd
goto end

:help
type "%BASE%\app\src\main\resources\help.txt"
goto end

:broken
if exist "%LOG%" findstr /b /l /c:"[ERROR]" "%LOG%" 1>&2
type "%SAY%\failed.txt" 1>&2
echo "%LOG%" 1>&2
set "CODE=1"

:end
if defined PAGE chcp %PAGE% >nul
exit /b %CODE%

:rest
rem What stands after the command. From the whole line, because the parts of -Dtest=A,B would come one by one.
set "REST=%*"
call set "REST=%%REST:*%COMMAND%=%%"
exit /b 0

:look
rem Every JDK that stands in this folder; scoop keeps each one's newest in a folder of its own
if defined FOUND exit /b 0
if not exist "%~1\" exit /b 0
for /d %%D in ("%~1\*") do (
  call :try "%%~fD"
  call :try "%%~fD\current"
)
exit /b 0

:try
rem A JDK is good when it has a compiler and says in its release file that it is new enough
if defined FOUND exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "MAJOR="
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b /l /c:"JAVA_VERSION=" "%~1\release"`) do for /f "tokens=1 delims=.-+" %%M in ("%%~V") do set "MAJOR=%%M"
if not defined MAJOR exit /b 0
if %MAJOR% GEQ %NEED% set "FOUND=%~f1"
exit /b 0
