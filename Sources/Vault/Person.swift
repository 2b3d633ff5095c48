public import Events

/// A person with keys of their own in the vault.
public enum Person: Hashable, Sendable {
  case candidate(CandidateID)
  case member(MemberID)
}

extension Person: CustomStringConvertible {
  /// Parses ``description``; nil for any other text.
  public init?(_ text: String) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let id = String(text[text.utf8.index(after: colon)...])
    do throws(InvalidValue) {
      switch text[..<colon] {
      case "candidate": self = .candidate(try CandidateID(id))
      case "member": self = .member(try MemberID(id))
      default: return nil
      }
    } catch {
      return nil
    }
  }

  /// As `candidate:P-0007` or `member:M-PRES`. Part of every seal's associated data, so it never
  /// changes.
  public var description: String {
    switch self {
    case .candidate(let id): "candidate:" + id.text
    case .member(let id): "member:" + id.text
    }
  }
}
