// The tables of words that are taken.
// Must stay sorted within each table: they are searched by halves.
#include "cpp/reserved_words.hpp"

#include <algorithm>
#include <iterator>

namespace bindery::cpp {
namespace {

using namespace std::string_view_literals;

// clang-format off
constexpr std::string_view keywords[] = {
    "NULL"sv, "_Alignas"sv, "_Alignof"sv, "_Atomic"sv, "_Bool"sv, "_Complex"sv, "_Generic"sv,
    "_Imaginary"sv, "_Noreturn"sv, "_Pragma"sv, "_Static_assert"sv, "_Thread_local"sv, "alignas"sv,
    "alignof"sv, "and"sv, "and_eq"sv, "asm"sv, "atomic_cancel"sv, "atomic_commit"sv,
    "atomic_noexcept"sv, "auto"sv, "bindery"sv, "bitand"sv, "bitor"sv, "bool"sv, "break"sv,
    "case"sv, "catch"sv, "char"sv, "char16_t"sv, "char32_t"sv, "char8_t"sv, "class"sv, "co_await"sv,
    "co_return"sv, "co_yield"sv, "compl"sv, "concept"sv, "const"sv, "const_cast"sv, "consteval"sv,
    "constexpr"sv, "constinit"sv, "continue"sv, "decltype"sv, "default"sv, "delete"sv, "do"sv,
    "double"sv, "dynamic_cast"sv, "else"sv, "enum"sv, "explicit"sv, "export"sv, "extern"sv,
    "false"sv, "float"sv, "for"sv, "friend"sv, "goto"sv, "if"sv, "import"sv, "inline"sv, "int"sv,
    "long"sv, "module"sv, "mutable"sv, "namespace"sv, "new"sv, "noexcept"sv, "not"sv, "not_eq"sv,
    "nullptr"sv, "operator"sv, "or"sv, "or_eq"sv, "private"sv, "protected"sv, "public"sv,
    "reflexpr"sv, "register"sv, "reinterpret_cast"sv, "requires"sv, "restrict"sv, "return"sv,
    "short"sv, "signed"sv, "sizeof"sv, "static"sv, "static_assert"sv, "static_cast"sv, "std"sv,
    "struct"sv, "switch"sv, "synchronized"sv, "template"sv, "this"sv, "thread_local"sv, "throw"sv,
    "true"sv, "try"sv, "typedef"sv, "typeid"sv, "typename"sv, "typeof"sv, "union"sv, "unsigned"sv,
    "using"sv, "virtual"sv, "void"sv, "volatile"sv, "wchar_t"sv, "while"sv, "xor"sv, "xor_eq"sv};
// clang-format on

// Object-like macros everywhere, and function-like ones that could stand before a parenthesis.
// No std::array: clang stops deducing its size at 256 words.
// clang-format off
constexpr std::string_view macros[] = {
    "ABSOLUTE"sv, "ALTERNATE"sv, "APIENTRY"sv, "Above"sv, "AddForm"sv, "AddJob"sv, "AddPort"sv,
    "AllPlanes"sv, "AllTemporary"sv, "AllocAll"sv, "AllocNone"sv, "AllowExposures"sv,
    "AlreadyGrabbed"sv, "Always"sv, "AnyButton"sv, "AnyKey"sv, "AnyModifier"sv, "AnyPropertyType"sv,
    "AppendMenu"sv, "ArcChord"sv, "ArcPieSlice"sv, "AutoRepeatModeDefault"sv, "AutoRepeatModeOff"sv,
    "AutoRepeatModeOn"sv, "BIG_ENDIAN"sv, "BLACK"sv, "BS0"sv, "BS1"sv, "BSD"sv, "BUFSIZ"sv,
    "BYTE_ORDER"sv, "BackupEventLog"sv, "BadAccess"sv, "BadAlloc"sv, "BadAtom"sv, "BadColor"sv,
    "BadCursor"sv, "BadDrawable"sv, "BadFont"sv, "BadGC"sv, "BadIDChoice"sv, "BadImplementation"sv,
    "BadLength"sv, "BadMatch"sv, "BadName"sv, "BadPixmap"sv, "BadRequest"sv, "BadValue"sv,
    "BadWindow"sv, "Below"sv, "Bool"sv, "BottomIf"sv, "Button1"sv, "Button1Mask"sv, "Button2"sv,
    "Button3"sv, "Button4"sv, "Button5"sv, "ButtonPress"sv, "ButtonRelease"sv, "CALLBACK"sv,
    "CDECL"sv, "CHAR_BIT"sv, "CHAR_MAX"sv, "CHAR_MIN"sv, "CLOCKS_PER_SEC"sv, "CONST"sv, "CR0"sv,
    "CR1"sv, "CR2"sv, "CR3"sv, "CREATE_ALWAYS"sv, "CREATE_NEW"sv, "CapButt"sv, "CapNotLast"sv,
    "CapProjecting"sv, "CapRound"sv, "CenterGravity"sv, "CirculateNotify"sv, "CirculateRequest"sv,
    "ClientMessage"sv, "ClipByChildren"sv, "ColormapNotify"sv, "Complex"sv, "ConfigureNotify"sv,
    "ConfigureRequest"sv, "ControlMask"sv, "Convex"sv, "CoordModeOrigin"sv, "CoordModePrevious"sv,
    "CopyFile"sv, "CopyFromParent"sv, "CreateDialog"sv, "CreateDirectory"sv, "CreateEvent"sv,
    "CreateFile"sv, "CreateFont"sv, "CreateMetaFile"sv, "CreateMutex"sv, "CreateNotify"sv,
    "CreateProcess"sv, "CreateScalableFontResource"sv, "CreateService"sv, "CreateWindow"sv,
    "CurrentTime"sv, "CursorShape"sv, "DBL_MAX"sv, "DELETE"sv, "DIFFERENCE"sv, "DIRECTORY"sv,
    "DOMAIN"sv, "DecryptFile"sv, "DefaultBlanking"sv, "DefaultExposures"sv, "DefineDosDevice"sv,
    "DeleteFile"sv, "DeleteForm"sv, "DeletePort"sv, "DeleteService"sv, "DestroyAll"sv,
    "DestroyNotify"sv, "DirectColor"sv, "DisableAccess"sv, "DisableScreenInterval"sv,
    "DisableScreenSaver"sv, "DoBlue"sv, "DoGreen"sv, "DoRed"sv, "DontAllowExposures"sv,
    "DontPreferBlanking"sv, "DrawText"sv, "EACCES"sv, "EAGAIN"sv, "EBUSY"sv, "ECHO"sv, "EDOM"sv,
    "EILSEQ"sv, "EINTR"sv, "EINVAL"sv, "EIO"sv, "ENOENT"sv, "EOF"sv, "EPERM"sv, "ERANGE"sv,
    "ERROR"sv, "EXIT_FAILURE"sv, "EXIT_SUCCESS"sv, "EastGravity"sv, "EnableAccess"sv,
    "EncryptFile"sv, "EnterNotify"sv, "EnumResourceTypes"sv, "EvenOddRule"sv, "Expose"sv,
    "ExtractIcon"sv, "FAILED"sv, "FALSE"sv, "FAR"sv, "FF0"sv, "FF1"sv, "FLT_MAX"sv, "False"sv,
    "FillOpaqueStippled"sv, "FillSolid"sv, "FillStippled"sv, "FillTiled"sv, "FindResource"sv,
    "FindText"sv, "FindWindow"sv, "FocusIn"sv, "FocusOut"sv, "FontChange"sv, "ForgetGravity"sv,
    "FormatMessage"sv, "GCFunction"sv, "GENERIC_ALL"sv, "GENERIC_READ"sv, "GENERIC_WRITE"sv,
    "GenericEvent"sv, "GetCharWidth"sv, "GetClassInfo"sv, "GetClassName"sv, "GetComputerName"sv,
    "GetCurrentDirectory"sv, "GetCurrentTime"sv, "GetEnvironmentStrings"sv,
    "GetEnvironmentVariable"sv, "GetFileAttributes"sv, "GetFirstChild"sv, "GetForm"sv, "GetJob"sv,
    "GetMessage"sv, "GetMonitorInfo"sv, "GetNextSibling"sv, "GetObject"sv, "GetOpenFileName"sv,
    "GetProfileString"sv, "GetProp"sv, "GetSaveFileName"sv, "GetTempPath"sv, "GetUserName"sv,
    "GetVersionEx"sv, "GetWindowText"sv, "GrabFrozen"sv, "GrabInvalidTime"sv, "GrabModeAsync"sv,
    "GrabModeSync"sv, "GrabNotViewable"sv, "GrabSuccess"sv, "GraphicsExpose"sv, "GravityNotify"sv,
    "GrayScale"sv, "HOST_NAME_MAX"sv, "HUGE_VAL"sv, "HostDelete"sv, "HostInsert"sv, "I"sv,
    "IGNORE"sv, "IN"sv, "INFINITE"sv, "INFINITY"sv, "INT_MAX"sv, "INT_MIN"sv, "IOV_MAX"sv,
    "IncludeInferiors"sv, "InputFocus"sv, "InputOnly"sv, "InputOutput"sv, "InsertMenu"sv,
    "IsMaximized"sv, "IsMinimized"sv, "IsUnmapped"sv, "IsUnviewable"sv, "IsViewable"sv,
    "JoinBevel"sv, "JoinMiter"sv, "JoinRound"sv, "KBAutoRepeatMode"sv, "KBBellDuration"sv,
    "KBBellPercent"sv, "KBBellPitch"sv, "KBKey"sv, "KBKeyClickPercent"sv, "KBLed"sv, "KBLedMode"sv,
    "KeyPress"sv, "KeyRelease"sv, "KeymapNotify"sv, "LASTEvent"sv, "LC_ALL"sv, "LITTLE_ENDIAN"sv,
    "LONG_MAX"sv, "LONG_MIN"sv, "LSBFirst"sv, "L_tmpnam"sv, "LeaveNotify"sv, "LedModeOff"sv,
    "LedModeOn"sv, "LineDoubleDash"sv, "LineOnOffDash"sv, "LineSolid"sv, "LoadImage"sv,
    "LoadLibrary"sv, "LoadString"sv, "LockMask"sv, "LowerHighest"sv, "MAX"sv, "MAXIMUM_ALLOWED"sv,
    "MIN"sv, "MSBFirst"sv, "MapNotify"sv, "MapRequest"sv, "MappingBusy"sv, "MappingFailed"sv,
    "MappingKeyboard"sv, "MappingModifier"sv, "MappingNotify"sv, "MappingPointer"sv,
    "MappingSuccess"sv, "MessageBox"sv, "Mod1Mask"sv, "Mod2Mask"sv, "Mod3Mask"sv, "Mod4Mask"sv,
    "Mod5Mask"sv, "ModifyMenu"sv, "MotionNotify"sv, "MoveFile"sv, "NAME_MAX"sv, "NAN"sv, "NEAR"sv,
    "NL0"sv, "NL1"sv, "NO_ERROR"sv, "Never"sv, "NoEventMask"sv, "NoExpose"sv, "NoSymbol"sv,
    "Nonconvex"sv, "None"sv, "NorthEastGravity"sv, "NorthGravity"sv, "NorthWestGravity"sv,
    "NotUseful"sv, "NotifyAncestor"sv, "NotifyGrab"sv, "NotifyHint"sv, "NotifyInferior"sv,
    "NotifyNormal"sv, "NotifyPointer"sv, "NotifyUngrab"sv, "NotifyVirtual"sv, "OPAQUE"sv,
    "OPEN_ALWAYS"sv, "OPEN_EXISTING"sv, "OPTIONAL"sv, "OUT"sv, "OVERFLOW"sv, "OpenEvent"sv,
    "OpenMutex"sv, "Opposite"sv, "PAGE_SIZE"sv, "PASCAL"sv, "PATH_MAX"sv, "PLOSS"sv, "PRIVATE"sv,
    "PUBLIC"sv, "PURE"sv, "ParentRelative"sv, "PlaySound"sv, "PointerRoot"sv, "PointerWindow"sv,
    "PostMessage"sv, "PreferBlanking"sv, "PropModeAppend"sv, "PropModePrepend"sv,
    "PropModeReplace"sv, "PropertyChangeMask"sv, "PropertyNotify"sv, "PseudoColor"sv,
    "QueuedAfterFlush"sv, "QueuedAfterReading"sv, "QueuedAlready"sv, "RAND_MAX"sv, "READ_CONTROL"sv,
    "RELATIVE"sv, "RGB"sv, "RaiseLowest"sv, "RegisterClass"sv, "RemoveDirectory"sv, "RemoveProp"sv,
    "ReparentNotify"sv, "ReplaceText"sv, "ReportEvent"sv, "ResizeRequest"sv, "RetainPermanent"sv,
    "RetainTemporary"sv, "RevertToNone"sv, "RevertToParent"sv, "RevertToPointerRoot"sv,
    "SEEK_CUR"sv, "SEEK_END"sv, "SEEK_SET"sv, "SIGABRT"sv, "SIGFPE"sv, "SIGILL"sv, "SIGINT"sv,
    "SIGSEGV"sv, "SIGTERM"sv, "SING"sv, "SIZE_MAX"sv, "STATUS_PENDING"sv, "STATUS_TIMEOUT"sv,
    "STDAPI"sv, "STRICT"sv, "SUCCEEDED"sv, "SYNCHRONIZE"sv, "ScreenSaverActive"sv,
    "ScreenSaverReset"sv, "SearchPath"sv, "SelectionClear"sv, "SelectionNotify"sv,
    "SelectionRequest"sv, "SendMessage"sv, "SetCurrentDirectory"sv, "SetEnvironmentVariable"sv,
    "SetForm"sv, "SetJob"sv, "SetModeDelete"sv, "SetModeInsert"sv, "SetPort"sv, "SetProp"sv,
    "SetWindowText"sv, "Shell_NotifyIcon"sv, "ShiftMask"sv, "SouthEastGravity"sv, "SouthGravity"sv,
    "SouthWestGravity"sv, "StartDoc"sv, "StartService"sv, "StaticColor"sv, "StaticGravity"sv,
    "StaticGray"sv, "Status"sv, "StippleShape"sv, "Success"sv, "TAB0"sv, "TAB1"sv, "TAB2"sv,
    "TAB3"sv, "THIS"sv, "TLOSS"sv, "TMP_MAX"sv, "TRANSPARENT"sv, "TRUE"sv, "TRUNCATE_EXISTING"sv,
    "TileShape"sv, "TopIf"sv, "True"sv, "TrueColor"sv, "UINT_MAX"sv, "UNALIGNED"sv, "UNDERFLOW"sv,
    "UnmapGravity"sv, "UnmapNotify"sv, "Unsorted"sv, "UpdateResource"sv, "VOID"sv, "VT0"sv, "VT1"sv,
    "VisibilityNotify"sv, "WAIT_FAILED"sv, "WAIT_TIMEOUT"sv, "WHITE"sv, "WINAPI"sv, "WINDING"sv,
    "WestGravity"sv, "WhenMapped"sv, "WindingRule"sv, "XYBitmap"sv, "XYPixmap"sv, "YSorted"sv,
    "Yield"sv, "ZPixmap"sv, "alloca"sv, "assert"sv, "cdecl"sv, "clearerr"sv, "complex"sv, "emit"sv,
    "errno"sv, "far"sv, "feof"sv, "ferror"sv, "foreach"sv, "forever"sv, "fpclassify"sv, "getc"sv,
    "getchar"sv, "htonl"sv, "htons"sv, "hyper"sv, "i386"sv, "imaginary"sv, "interface"sv,
    "isascii"sv, "isfinite"sv, "isgreater"sv, "isinf"sv, "isless"sv, "isnan"sv, "isnormal"sv,
    "isunordered"sv, "linux"sv, "major"sv, "makedev"sv, "max"sv, "min"sv, "minor"sv, "mips"sv,
    "near"sv, "noreturn"sv, "ntohl"sv, "ntohs"sv, "offsetof"sv, "pascal"sv, "putc"sv, "putchar"sv,
    "sa_handler"sv, "sa_sigaction"sv, "setjmp"sv, "si_addr"sv, "si_pid"sv, "si_status"sv,
    "si_uid"sv, "si_value"sv, "signals"sv, "signbit"sv, "slots"sv, "small"sv, "st_atime"sv,
    "st_ctime"sv, "st_mtime"sv, "stat64"sv, "stderr"sv, "stdin"sv, "stdout"sv, "sun"sv, "toascii"sv,
    "unix"sv, "va_arg"sv, "va_copy"sv, "va_end"sv, "va_start"sv, "vax"sv};
// clang-format on

template <class Table>
constexpr bool is_sorted_set(const Table& table) {
  for (std::size_t index = 1; index < std::size(table); ++index) {
    if (!(table[index - 1] < table[index])) return false;
  }
  return true;
}
static_assert(is_sorted_set(keywords));
static_assert(is_sorted_set(macros));

template <class Table>
bool holds(const Table& table, std::string_view word) {
  return std::binary_search(std::begin(table), std::end(table), word);
}

}  // namespace

bool is_reserved_word(std::string_view word) {
  return holds(keywords, word) || holds(macros, word);
}

}  // namespace bindery::cpp
