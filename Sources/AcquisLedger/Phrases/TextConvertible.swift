public import Events

/// What has its sentence, in every language, in the tables of this folder.
///
/// The one place where a failure is worded. Failures carry facts; a program that shows one asks for its
/// ``text``, and adds what only it knows: the file, the command that mends it.
public protocol TextConvertible: Sendable {
  /// The sentence, or the end of one that begins with a place or a field.
  var text: Text { get }
}
