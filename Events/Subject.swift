/// What an event is about: the tags that queries select it by.
///
/// A pure function of an event's type and data (``Fact/subjects``), without any look-up. An event
/// with several subjects belongs to the history of each: of a jury and of a candidacy, for example.
public enum Subject: Hashable, Sendable {
  case candidate(CandidateID)
  case candidacy(CandidacyID)
  case certification(CertificationCode)
  case jury(JuryID)
  case certificate(CertificateNumber)
  /// A certifying body, by its SIRET.
  case certifier(SIRET)
  /// A jury member, of the erasure of the member’s identity alone.
  case member(MemberID)
}

extension Subject: CustomStringConvertible, Comparable {
  /// - Throws: ``InvalidValue/subject`` unless the text is `kind:id` with a valid id of that kind.
  public init(_ text: String) throws(InvalidValue) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .subject }
    let id = String(parts[1])
    do throws(InvalidValue) {
      switch parts[0] {
      case "candidate": self = .candidate(try CandidateID(id))
      case "candidacy": self = .candidacy(try CandidacyID(id))
      case "certification": self = .certification(try CertificationCode(id))
      case "jury": self = .jury(try JuryID(id))
      case "certificate": self = .certificate(try CertificateNumber(id))
      case "certifier": self = .certifier(try SIRET(id))
      case "member": self = .member(try MemberID(id))
      default: throw .subject
      }
    } catch {
      throw .subject
    }
  }

  /// As in `candidacy:D-2021-004`.
  public var description: String {
    let (kind, id) = parts
    return kind + id
  }

  /// The two parts of ``description``: `candidacy:` and `D-2021-004`.
  package var parts: (kind: String, id: String) {
    switch self {
    case .candidate(let id): ("candidate:", id.text)
    case .candidacy(let id): ("candidacy:", id.text)
    case .certification(let code): ("certification:", code.text)
    case .jury(let id): ("jury:", id.text)
    case .certificate(let number): ("certificate:", number.text)
    case .certifier(let siret): ("certifier:", siret.text)
    case .member(let id): ("member:", id.text)
    }
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.description < right.description
  }
}
