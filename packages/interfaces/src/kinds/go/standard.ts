/**
 * The parts of Go's library whose shape interfaces show most often, in Go's own words: what embedding them
 * adds, whether they compare, what calling them gives. https://pkg.go.dev/std
 *
 * They are under the Go 1 promise and don't change. What is not here is known by name alone, and where its
 * shape decides, the answer is "unknown".
 */
export const STANDARD: Readonly<Record<string, string>> = {
  "": "package builtin\ntype error interface { Error() string }\ntype comparable interface{}",
  bytes: `package bytes
    type Buffer struct { buf []byte }
    func NewBuffer(buf []byte) *Buffer
    func NewBufferString(s string) *Buffer
    func NewReader(b []byte) *Reader`,
  cmp: `package cmp
    type Ordered interface { ~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr | ~float32 | ~float64 | ~string }`,
  context: `package context
    import "time"
    type Context interface { Deadline() (deadline time.Time, ok bool); Done() <-chan struct{}; Err() error; Value(key any) any }
    type CancelFunc func()
    func Background() Context
    func TODO() Context`,
  "encoding/json": `package json
    type Marshaler interface { MarshalJSON() ([]byte, error) }
    type Unmarshaler interface { UnmarshalJSON([]byte) error }
    type RawMessage []byte`,
  errors: "package errors\nfunc New(text string) error\nfunc Join(errs ...error) error",
  flag: `package flag
    type Value interface { String() string; Set(string) error }
    func Bool(name string, value bool, usage string) *bool
    func Int(name string, value int, usage string) *int
    func String(name string, value string, usage string) *string
    func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet`,
  fmt: `package fmt
    type Stringer interface { String() string }
    func Errorf(format string, a ...any) error
    func Sprint(a ...any) string
    func Sprintf(format string, a ...any) string
    func Sprintln(a ...any) string`,
  io: `package io
    type Reader interface { Read(p []byte) (n int, err error) }
    type Writer interface { Write(p []byte) (n int, err error) }
    type Closer interface { Close() error }
    type Seeker interface { Seek(offset int64, whence int) (int64, error) }
    type ReadWriter interface { Reader; Writer }
    type ReadCloser interface { Reader; Closer }
    type WriteCloser interface { Writer; Closer }
    type ReadWriteCloser interface { Reader; Writer; Closer }
    type ReadSeeker interface { Reader; Seeker }
    type ReadSeekCloser interface { Reader; Seeker; Closer }
    type WriteSeeker interface { Writer; Seeker }
    type ReadWriteSeeker interface { Reader; Writer; Seeker }
    type ReaderFrom interface { ReadFrom(r Reader) (n int64, err error) }
    type WriterTo interface { WriteTo(w Writer) (n int64, err error) }
    type ReaderAt interface { ReadAt(p []byte, off int64) (n int, err error) }
    type WriterAt interface { WriteAt(p []byte, off int64) (n int, err error) }
    type ByteReader interface { ReadByte() (byte, error) }
    type ByteScanner interface { ByteReader; UnreadByte() error }
    type ByteWriter interface { WriteByte(c byte) error }
    type RuneReader interface { ReadRune() (r rune, size int, err error) }
    type StringWriter interface { WriteString(s string) (n int, err error) }
    var EOF error`,
  "io/fs": `package fs
    import "time"
    type FileMode uint32
    type FS interface { Open(name string) (File, error) }
    type File interface { Stat() (FileInfo, error); Read([]byte) (int, error); Close() error }
    type FileInfo interface { Name() string; Size() int64; Mode() FileMode; ModTime() time.Time; IsDir() bool; Sys() any }`,
  log: 'package log\nimport "io"\nfunc New(out io.Writer, prefix string, flag int) *Logger\nfunc Default() *Logger',
  math: `package math
    const (
      MaxInt8 = 1<<7 - 1
      MinInt8 = -1 << 7
      MaxInt16 = 1<<15 - 1
      MinInt16 = -1 << 15
      MaxInt32 = 1<<31 - 1
      MinInt32 = -1 << 31
      MaxInt64 = 1<<63 - 1
      MinInt64 = -1 << 63
      MaxUint8 = 1<<8 - 1
      MaxUint16 = 1<<16 - 1
      MaxUint32 = 1<<32 - 1
      MaxUint64 = 1<<64 - 1
    )
    func Inf(sign int) float64
    func NaN() float64`,
  "math/big": "package big\nfunc NewInt(x int64) *Int\nfunc NewFloat(x float64) *Float\nfunc NewRat(a, b int64) *Rat",
  "net/http": `package http
    type Header map[string][]string
    type Handler interface { ServeHTTP(ResponseWriter, *Request) }
    type HandlerFunc func(ResponseWriter, *Request)
    type ResponseWriter interface { Header() Header; Write([]byte) (int, error); WriteHeader(statusCode int) }
    type RoundTripper interface { RoundTrip(*Request) (*Response, error) }
    type Flusher interface { Flush() }`,
  "net/url": "package url\ntype Values map[string][]string",
  os: `package os
    import "io/fs"
    type FileMode = fs.FileMode
    type FileInfo = fs.FileInfo
    var Stdin, Stdout, Stderr *File
    var Args []string
    func Getenv(key string) string
    func Getpid() int`,
  reflect: `package reflect
    type Kind uint
    func TypeOf(i any) Type
    func ValueOf(i any) Value`,
  regexp: "package regexp\nfunc MustCompile(str string) *Regexp\nfunc MustCompilePOSIX(str string) *Regexp",
  sort: "package sort\ntype Interface interface { Len() int; Less(i, j int) bool; Swap(i, j int) }",
  strings: `package strings
    type Builder struct { addr *Builder; buf []byte }
    func NewReader(s string) *Reader
    func NewReplacer(oldnew ...string) *Replacer
    func Join(elems []string, sep string) string
    func Repeat(s string, count int) string
    func ToLower(s string) string
    func ToUpper(s string) string
    func TrimSpace(s string) string
    func Split(s, sep string) []string`,
  sync: `package sync
    type Locker interface { Lock(); Unlock() }
    type Mutex struct { state int32; sema uint32 }
    type RWMutex struct { w Mutex; writerSem uint32 }
    type WaitGroup struct { state uint64; sema uint32 }
    type Once struct { done uint32; m Mutex }
    type Pool struct { New func() any }
    func NewCond(l Locker) *Cond`,
  "sync/atomic": `package atomic
    type Bool struct { v uint32 }
    type Int32 struct { v int32 }
    type Int64 struct { v int64 }
    type Uint32 struct { v uint32 }
    type Uint64 struct { v uint64 }
    type Value struct { v any }`,
  time: `package time
    type Duration int64
    type Month int
    type Weekday int
    type Time struct { wall uint64; ext int64; loc *Location }
    var UTC, Local *Location
    const (
      Nanosecond Duration = 1
      Microsecond = 1000 * Nanosecond
      Millisecond = 1000 * Microsecond
      Second = 1000 * Millisecond
      Minute = 60 * Second
      Hour = 60 * Minute
    )
    func Now() Time
    func Unix(sec int64, nsec int64) Time
    func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time
    func Since(t Time) Duration
    func NewTicker(d Duration) *Ticker
    func NewTimer(d Duration) *Timer`,
};
