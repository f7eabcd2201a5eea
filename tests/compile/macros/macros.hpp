// Macros of windows.h, X.h, sys/sysmacros.h, Qt and the compilers, each of them poison: a header in
// which one is expanded does not compile.
// Must come after every header that is not generated.
#pragma once

#undef ABSOLUTE
#define ABSOLUTE ) ABSOLUTE is a macro (
#undef ALTERNATE
#define ALTERNATE ) ALTERNATE is a macro (
#undef AddForm
#define AddForm ) AddForm is a macro (
#undef AddJob
#define AddJob ) AddJob is a macro (
#undef AddPort
#define AddPort ) AddPort is a macro (
#undef Above
#define Above ) Above is a macro (
#undef AllocAll
#define AllocAll ) AllocAll is a macro (
#undef AllocNone
#define AllocNone ) AllocNone is a macro (
#undef Always
#define Always ) Always is a macro (
#undef AnyButton
#define AnyButton ) AnyButton is a macro (
#undef AnyKey
#define AnyKey ) AnyKey is a macro (
#undef AnyModifier
#define AnyModifier ) AnyModifier is a macro (
#undef AutoRepeatModeOff
#define AutoRepeatModeOff ) AutoRepeatModeOff is a macro (
#undef BIG_ENDIAN
#define BIG_ENDIAN ) BIG_ENDIAN is a macro (
#undef BOOL
#define BOOL ) BOOL is a macro (
#undef BYTE
#define BYTE ) BYTE is a macro (
#undef BadAccess
#define BadAccess ) BadAccess is a macro (
#undef BadRequest
#define BadRequest ) BadRequest is a macro (
#undef BadValue
#define BadValue ) BadValue is a macro (
#undef Below
#define Below ) Below is a macro (
#undef Bool
#define Bool ) Bool is a macro (
#undef Button1
#define Button1 ) Button1 is a macro (
#undef ButtonPress
#define ButtonPress ) ButtonPress is a macro (
#undef CALLBACK
#define CALLBACK ) CALLBACK is a macro (
#undef CHAR
#define CHAR ) CHAR is a macro (
#undef CONST
#define CONST ) CONST is a macro (
#undef ClientMessage
#define ClientMessage ) ClientMessage is a macro (
#undef Complex
#define Complex ) Complex is a macro (
#undef ControlMask
#define ControlMask ) ControlMask is a macro (
#undef Convex
#define Convex ) Convex is a macro (
#undef CopyFile
#define CopyFile ) CopyFile is a macro (
#undef CopyFromParent
#define CopyFromParent ) CopyFromParent is a macro (
#undef CreateEvent
#define CreateEvent ) CreateEvent is a macro (
#undef CreateFile
#define CreateFile ) CreateFile is a macro (
#undef CreateNotify
#define CreateNotify ) CreateNotify is a macro (
#undef CreateProcess
#define CreateProcess ) CreateProcess is a macro (
#undef CreateService
#define CreateService ) CreateService is a macro (
#undef CreateWindow
#define CreateWindow ) CreateWindow is a macro (
#undef CurrentTime
#define CurrentTime ) CurrentTime is a macro (
#undef CursorShape
#define CursorShape ) CursorShape is a macro (
#undef DELETE
#define DELETE ) DELETE is a macro (
#undef DeleteFile
#define DeleteFile ) DeleteFile is a macro (
#undef DeleteForm
#define DeleteForm ) DeleteForm is a macro (
#undef DestroyAll
#define DestroyAll ) DestroyAll is a macro (
#undef DirectColor
#define DirectColor ) DirectColor is a macro (
#undef DrawText
#define DrawText ) DrawText is a macro (
#undef ECHO
#define ECHO ) ECHO is a macro (
#undef EOF
#define EOF ) EOF is a macro (
#undef ERROR
#define ERROR ) ERROR is a macro (
#undef ERROR_SUCCESS
#define ERROR_SUCCESS ) ERROR_SUCCESS is a macro (
#undef EncryptFile
#define EncryptFile ) EncryptFile is a macro (
#undef Expose
#define Expose ) Expose is a macro (
#undef FALSE
#define FALSE ) FALSE is a macro (
#undef FAR
#define FAR ) FAR is a macro (
#undef False
#define False ) False is a macro (
#undef FindText
#define FindText ) FindText is a macro (
#undef FindWindow
#define FindWindow ) FindWindow is a macro (
#undef FocusIn
#define FocusIn ) FocusIn is a macro (
#undef FocusOut
#define FocusOut ) FocusOut is a macro (
#undef GENERIC_READ
#define GENERIC_READ ) GENERIC_READ is a macro (
#undef GetClassName
#define GetClassName ) GetClassName is a macro (
#undef GetComputerName
#define GetComputerName ) GetComputerName is a macro (
#undef GetForm
#define GetForm ) GetForm is a macro (
#undef GetJob
#define GetJob ) GetJob is a macro (
#undef GetMessage
#define GetMessage ) GetMessage is a macro (
#undef GetObject
#define GetObject ) GetObject is a macro (
#undef GetProp
#define GetProp ) GetProp is a macro (
#undef GetUserName
#define GetUserName ) GetUserName is a macro (
#undef GrayScale
#define GrayScale ) GrayScale is a macro (
#undef IGNORE
#define IGNORE ) IGNORE is a macro (
#undef IN
#define IN ) IN is a macro (
#undef INFINITE
#define INFINITE ) INFINITE is a macro (
#undef INT
#define INT ) INT is a macro (
#undef IsViewable
#define IsViewable ) IsViewable is a macro (
#undef KeyPress
#define KeyPress ) KeyPress is a macro (
#undef KeyRelease
#define KeyRelease ) KeyRelease is a macro (
#undef LITTLE_ENDIAN
#define LITTLE_ENDIAN ) LITTLE_ENDIAN is a macro (
#undef LONG
#define LONG ) LONG is a macro (
#undef LSBFirst
#define LSBFirst ) LSBFirst is a macro (
#undef LoadImage
#define LoadImage ) LoadImage is a macro (
#undef MAX_PATH
#define MAX_PATH ) MAX_PATH is a macro (
#undef MSBFirst
#define MSBFirst ) MSBFirst is a macro (
#undef MessageBox
#define MessageBox ) MessageBox is a macro (
#undef MoveFile
#define MoveFile ) MoveFile is a macro (
#undef NEAR
#define NEAR ) NEAR is a macro (
#undef NOERROR
#define NOERROR ) NOERROR is a macro (
#undef NO_ERROR
#define NO_ERROR ) NO_ERROR is a macro (
#undef NULL
#define NULL ) NULL is a macro (
#undef NoSymbol
#define NoSymbol ) NoSymbol is a macro (
#undef None
#define None ) None is a macro (
#undef Nonconvex
#define Nonconvex ) Nonconvex is a macro (
#undef OPAQUE
#define OPAQUE ) OPAQUE is a macro (
#undef OPTIONAL
#define OPTIONAL ) OPTIONAL is a macro (
#undef OUT
#define OUT ) OUT is a macro (
#undef OpenEvent
#define OpenEvent ) OpenEvent is a macro (
#undef Opposite
#define Opposite ) Opposite is a macro (
#undef PASCAL
#define PASCAL ) PASCAL is a macro (
#undef ParentRelative
#define ParentRelative ) ParentRelative is a macro (
#undef PointerRoot
#define PointerRoot ) PointerRoot is a macro (
#undef PostMessage
#define PostMessage ) PostMessage is a macro (
#undef PseudoColor
#define PseudoColor ) PseudoColor is a macro (
#undef RELATIVE
#define RELATIVE ) RELATIVE is a macro (
#undef RegisterClass
#define RegisterClass ) RegisterClass is a macro (
#undef RemoveDirectory
#define RemoveDirectory ) RemoveDirectory is a macro (
#undef ReplaceText
#define ReplaceText ) ReplaceText is a macro (
#undef ReportEvent
#define ReportEvent ) ReportEvent is a macro (
#undef S_OK
#define S_OK ) S_OK is a macro (
#undef STRICT
#define STRICT ) STRICT is a macro (
#undef SendMessage
#define SendMessage ) SendMessage is a macro (
#undef SetForm
#define SetForm ) SetForm is a macro (
#undef SetJob
#define SetJob ) SetJob is a macro (
#undef SetPort
#define SetPort ) SetPort is a macro (
#undef SetProp
#define SetProp ) SetProp is a macro (
#undef StartService
#define StartService ) StartService is a macro (
#undef StaticColor
#define StaticColor ) StaticColor is a macro (
#undef Status
#define Status ) Status is a macro (
#undef Success
#define Success ) Success is a macro (
#undef TRANSPARENT
#define TRANSPARENT ) TRANSPARENT is a macro (
#undef TRUE
#define TRUE ) TRUE is a macro (
#undef True
#define True ) True is a macro (
#undef TrueColor
#define TrueColor ) TrueColor is a macro (
#undef UpdateResource
#define UpdateResource ) UpdateResource is a macro (
#undef Unsorted
#define Unsorted ) Unsorted is a macro (
#undef VOID
#define VOID ) VOID is a macro (
#undef WINDING
#define WINDING ) WINDING is a macro (
#undef YSorted
#define YSorted ) YSorted is a macro (
#undef cdecl
#define cdecl ) cdecl is a macro (
#undef emit
#define emit ) emit is a macro (
#undef far
#define far ) far is a macro (
#undef forever
#define forever ) forever is a macro (
#undef i386
#define i386 ) i386 is a macro (
#undef interface
#define interface ) interface is a macro (
#undef linux
#define linux ) linux is a macro (
#undef near
#define near ) near is a macro (
#undef pascal
#define pascal ) pascal is a macro (
#undef signals
#define signals ) signals is a macro (
#undef slots
#define slots ) slots is a macro (
#undef small
#define small ) small is a macro (
#undef unix
#define unix ) unix is a macro (
#undef FAILED
#define FAILED(...) ) FAILED is a macro (
#undef RGB
#define RGB(...) ) RGB is a macro (
#undef SUCCEEDED
#define SUCCEEDED(...) ) SUCCEEDED is a macro (
#undef TEXT
#define TEXT(...) ) TEXT is a macro (
#undef Yield
#define Yield(...) ) Yield is a macro (
#undef foreach
#define foreach(...) ) foreach is a macro (
#undef major
#define major(...) ) major is a macro (
#undef makedev
#define makedev(...) ) makedev is a macro (
#undef max
#define max(...) ) max is a macro (
#undef min
#define min(...) ) min is a macro (
#undef minor
#define minor(...) ) minor is a macro (
