/// What an event is about: the tags it is found by.
///
/// A pure function of an event's type and data (``Fact/subjects``), nothing looked up; so a jury's
/// register and a candidacy's history are two readings of the same line.
public enum Subject: Hashable, Sendable {
  case candidate(CandidateID)
  case candidacy(CandidacyID)
  case certification(CertificationCode)
  case jury(JuryID)
  case certificate(CertificateNumber)
}

extension Subject: CustomStringConvertible, Comparable {
  /// - Throws: ``InvalidValue/subject`` but for `kind:id`.
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
      default: throw .subject
      }
    } catch {
      throw .subject
    }
  }

  /// `candidacy:D-2021-004`.
  public var description: String {
    switch self {
    case .candidate(let id): "candidate:" + id.text
    case .candidacy(let id): "candidacy:" + id.text
    case .certification(let code): "certification:" + code.text
    case .jury(let id): "jury:" + id.text
    case .certificate(let number): "certificate:" + number.text
    }
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.description < right.description
  }
}
