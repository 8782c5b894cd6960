/** The names that mean something in Python, by the class that they are shown with. */

const exceptions =
  'ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError BytesWarning ' +
  'ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning ' +
  'EOFError EncodingWarning EnvironmentError Exception FileExistsError FileNotFoundError FloatingPointError FutureWarning ' +
  'GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError ' +
  'KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError ' +
  'OverflowError PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError ResourceWarning ' +
  'RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError ' +
  'TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError ' +
  'UnicodeWarning UserWarning VMSError ValueError Warning WindowsError ZeroDivisionError'

const builtins =
  '__import__ abs all any bin bool breakpoint bytearray bytes chr classmethod compile complex delattr dict dir ' +
  'divmod enumerate eval filter float format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter ' +
  'len list locals map max memoryview min next object oct open ord pow print property range repr reversed round set setattr ' +
  'slice sorted staticmethod str sum super tuple type vars zip'

const keywords =
  'as assert async await break continue del elif else except finally for global if lambda nonlocal pass raise return ' +
  'try while with yield'

const magicFunctions =
  'abs add aenter aexit aiter and anext await bool bytes call complex contains del delattr delete delitem dir divmod enter eq ' +
  'exit float floordiv format ge get getattr getattribute getitem gt hash iadd iand ifloordiv ilshift imatmul imod imul index ' +
  'init instancecheck int invert ior ipow irshift isub iter itruediv ixor le len length_hint lshift lt matmul missing mod mul ne ' +
  'neg new next or pos pow prepare radd rand rdivmod repr reversed rfloordiv rlshift rmatmul rmod rmul ror round rpow rrshift ' +
  'rshift rsub rtruediv rxor set setattr setitem str sub subclasscheck truediv xor'

const magicVariables =
  'annotations bases class closure code defaults dict doc file func globals kwdefaults module mro name objclass qualname self ' +
  'slots weakref'

/** Classes by name. */
export const pythonNames: ReadonlyMap<string, string> = new Map([
  ...entries(exceptions, 'name exception'),
  ...entries(builtins, 'name builtin'),
  ...entries('Ellipsis NotImplemented cls self', 'name builtin pseudo'),
  ...entries('False None True', 'keyword constant'),
  ...entries(keywords, 'keyword'),
  ...entries('and in is not or', 'operator word'),
  ...entries(magicFunctions, 'name function magic', '__'),
  ...entries(magicVariables, 'name variable magic', '__'),
])

function entries(names: string, classes: string, around = ''): [string, string][] {
  return names.split(' ').map((name) => [around + name + around, classes])
}
