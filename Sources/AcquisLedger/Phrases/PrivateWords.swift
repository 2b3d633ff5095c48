internal import Events
internal import Synchronization

/// What texts quote that only those at the machine may read: what a database server or libpq said, which names
/// hosts, roles and folders, and the place that a ledger was moved to.
///
/// ```swift
/// let (response, words) = PrivateWords.withheld { answer(to: request) }
/// ```
public final class PrivateWords: Sendable {
  /// Takes what is left out of the texts that are made meanwhile; nil: nothing is left out.
  @TaskLocal private static var taken: PrivateWords?

  private let words = Mutex<[String]>([])

  private init() {}

  /// Leaves such words out of the texts that `body` makes on this thread.
  ///
  /// - Returns: also what was left out, each once, in the order it was met.
  public static func withheld<Value>(from body: () -> Value) -> (Value, words: [String]) {
    let taken = PrivateWords()
    let value = $taken.withValue(taken, operation: body)
    return (value, taken.words.withLock { $0 })
  }

  /// Leaves nothing out of what `body` makes, for those at the machine.
  public static func told<Value>(_ body: () -> Value) -> Value {
    $taken.withValue(nil, operation: body)
  }

  /// Words on one line as they stand in a text, with what parts them from it; nothing where they are withheld.
  static func quoted(_ text: String, after before: String, before after: String = "") -> String {
    let line = Shown.onOneLine(text)
    guard let taken else { return before + line + after }
    taken.words.withLock { if !$0.contains(line) { $0.append(line) } }
    return ""
  }
}
