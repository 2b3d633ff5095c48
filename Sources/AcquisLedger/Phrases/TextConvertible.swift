public import Events

/// A value that has a sentence in every language, in the tables of this folder.
///
/// Failures contain facts; the sentences are here only. A program that shows a failure uses its ``text`` and
/// adds what only it knows: the file, the command that repairs it.
public protocol TextConvertible: Sendable {
  /// The sentence, or the end of one that begins with a path or a field.
  var text: Text { get }
}
