/// Why a log is not the honest continuation of what a checkpoint says.
public enum Discontinuity: Error, Equatable, Sendable {
  /// The checkpoint is not a checkpoint, or its text was altered after it was signed.
  case notGenuine
  /// Another key than this log's signed it.
  case foreignKey
  /// A former key of this log's signed it, after another had begun.
  case formerKey
  /// The log has fewer events than were signed.
  case shrunk(signed: UInt64, found: UInt64)
  /// The first events are not those that were signed; up to `after` they are, as far as other
  /// checkpoints tell.
  case forked(signed: UInt64, after: UInt64)
}

extension Discontinuity: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notGenuine: "the checkpoint was altered: its signature is not that of its text"
    case .foreignKey: "the checkpoint was signed by another key than this ledger's"
    case .formerKey:
      "the checkpoint was signed by a former key of this ledger's, after another had begun"
    case .shrunk(let signed, let found):
      "\(signed) events were signed, and the ledger has \(found): events are missing at its end"
    case .forked(signed: 0, after: _):
      "the checkpoint signs no event, and its root is not that of an empty log"
    case .forked(let signed, let after):
      "positions \(after + 1) to \(signed) are not those that were signed: the history was changed"
    }
  }
}
