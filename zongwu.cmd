@echo off
rem Starts Zongwu: finds a JDK, builds when a source has changed, runs the command. See zongwu help.
setlocal EnableExtensions EnableDelayedExpansion
chcp 65001 >nul
set "NEED=25"
set "BASE=%~dp0"
if "%BASE:~-1%"=="\" set "BASE=%BASE:~0,-1%"
set "RUN=%BASE%\app\target\run"
set "LOG=%BASE%\target\build.log"
set "COMMAND=%~1"
if "%COMMAND%"=="" set "COMMAND=help"
if "%COMMAND%"=="--help" set "COMMAND=help"
if "%COMMAND%"=="-h" set "COMMAND=help"
if "%COMMAND%"=="help" (
  type "%BASE%\app\src\main\resources\help.txt"
  exit /b 0
)

set "HOME_FOUND="
call :try "%ZONGWU_JAVA_HOME%"
call :try "%JAVA_HOME%"
if not defined HOME_FOUND for /f "delims=" %%J in ('where javac 2^>nul') do call :try "%%~dpJ.."
if not defined HOME_FOUND for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\*" "%USERPROFILE%\.sdkman\candidates\java\*") do call :try "%%~D"
if not defined HOME_FOUND (
  echo 没有找到 JDK %NEED% 或更高版本。请安装一个（例如 Temurin %NEED%），或用环境变量 ZONGWU_JAVA_HOME 指明它的文件夹。 1>&2
  echo No JDK %NEED% or later was found. Install one, Temurin %NEED% say, or name its folder in the environment variable ZONGWU_JAVA_HOME. 1>&2
  exit /b 1
)
set "JAVA_HOME=%HOME_FOUND%"

if "%COMMAND%"=="test" (
  pushd "%BASE%"
  call mvnw.cmd -B -ntp verify
  set "CODE=!ERRORLEVEL!"
  popd
  exit /b !CODE!
)
if "%COMMAND%"=="check" (
  pushd "%BASE%"
  call mvnw.cmd -q -B -ntp -pl app -am test "-Dtest=*Tests" -DexcludedGroups=slow -Dsurefire.failIfNoSpecifiedTests=false
  set "CODE=!ERRORLEVEL!"
  popd
  exit /b !CODE!
)

rem One number for names, sizes and times of everything that goes into the program
set "STAMP="
for /f "delims=" %%S in ('powershell -NoProfile -Command "$f=@(Get-Item '%BASE%\pom.xml','%BASE%\app\pom.xml','%BASE%\db\pom.xml','%BASE%\db\modules.txt')+@(Get-ChildItem -Recurse -File '%BASE%\db\src','%BASE%\app\src\main','%BASE%\.mvn'); $t=($f|Sort-Object FullName|ForEach-Object{$_.FullName+$_.Length+$_.LastWriteTimeUtc.Ticks}) -join ';'; $h=[Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($t)); -join ($h[0..7]|ForEach-Object{$_.ToString('x2')})"') do set "STAMP=%%S"
if not defined STAMP (
  echo 无法读取源文件。 / The sources cannot be read. 1>&2
  exit /b 1
)
if not exist "%RUN%\%STAMP%\zongwu.jar" (
  echo 正在构建程序（首次约需几分钟）… / Building ^(the first time takes a few minutes^)… 1>&2
  if not exist "%BASE%\target" mkdir "%BASE%\target"
  if exist "%BASE%\app\target\classes" rmdir /s /q "%BASE%\app\target\classes"
  if exist "%BASE%\db\target\classes\db" rmdir /s /q "%BASE%\db\target\classes\db"
  pushd "%BASE%"
  call mvnw.cmd -B -ntp -pl app -am -Dmaven.test.skip=true package >"%LOG%" 2>&1
  set "CODE=!ERRORLEVEL!"
  popd
  if not "!CODE!"=="0" (
    findstr /b /c:"[ERROR]" "%LOG%" 1>&2
    echo 构建失败，全文见 %LOG% / The build failed; all of it is in %LOG% 1>&2
    exit /b 1
  )
  if exist "%RUN%\new" rmdir /s /q "%RUN%\new"
  if not exist "%RUN%" mkdir "%RUN%"
  "%JAVA_HOME%\bin\java" -Djarmode=tools -jar "%BASE%\app\target\zongwu.jar" extract --destination "%RUN%\new" >>"%LOG%" 2>&1 || exit /b 1
  move "%RUN%\new" "%RUN%\%STAMP%" >nul || exit /b 1
)
set "CACHE=%RUN%\%STAMP%\zongwu.aot"
set "AOT=-Dzongwu.aot=%CACHE%"
if exist "%CACHE%" set "AOT=-XX:AOTCache=%CACHE%"
"%JAVA_HOME%\bin\java" "%AOT%" -Xmx1g -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Xlog:aot=off -Xlog:cds=off -Duser.timezone=Asia/Shanghai -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Dzongwu.base=%BASE%" -cp "%RUN%\%STAMP%\zongwu.jar" org.zongwu.Zongwu %*
exit /b %ERRORLEVEL%

:try
rem A JDK is good when it has a compiler and says in its release file that it is new enough
if defined HOME_FOUND exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "MAJOR="
for /f "tokens=2 delims==" %%V in ('findstr /b JAVA_VERSION^= "%~1\release"') do for /f "tokens=1 delims=.-+" %%M in ("%%~V") do set "MAJOR=%%M"
if not defined MAJOR exit /b 0
if %MAJOR% GEQ %NEED% for %%H in ("%~1") do set "HOME_FOUND=%%~fH"
exit /b 0
