internal import Cryptography
internal import EventLog
public import Events
internal import TransparencyLog

extension Ledger {
  /// Writes the log's events as CloudEvents, line by line, in the order of their positions.
  ///
  /// Each event is compared with its stored hash. Memory for one event.
  ///
  /// - Parameters:
  ///   - known: the last position written.
  ///   - write: called with each line, its newline included.
  /// - Returns: the `source` of the events written; nil if there were none.
  /// - Throws: ``LogFailure``, ``SigningFailure``, and the errors of `write`.
  public func exportCloudEvents(
    known: Position, _ write: ([UInt8]) throws -> Void
  ) throws -> String? {
    guard known > .zero else { return nil }
    let log = try log()
    let source = try cloudEventSource()
    let events = try CloudEvents(source: source)
    try log.read(EventQuery(through: known)) { stored in try write(events.line(stored)) }
    return source
  }

  /// The `source` of this ledger's CloudEvents.
  ///
  /// It is the name of the first key that signed the log, the origin of its first checkpoints: a key made
  /// after a loss does not change it, nor does a restored copy. A log without any key is named
  /// `acquis/leaf-` and the first 16 hexadecimal digits of its first leaf's hash, until a key is made.
  ///
  /// - Throws: ``LogFailure`` also for an empty log without a key; ``SigningFailure``.
  public func cloudEventSource() throws -> String {
    if let key = try verifierKeys().keys.first { return key.name.text }
    guard let address = NodeAddress(level: 0, index: 0) else { return "acquis/leaf-" }
    let first = try log().node(address)
    return "acquis/leaf-" + first.description.prefix(16)
  }
}
