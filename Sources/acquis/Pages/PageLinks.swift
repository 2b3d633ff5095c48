internal import AcquisLedger
internal import Events
internal import HTTP
internal import Projections

/// Addresses of pages, which keep the two times of the page that they stand on.
struct PageLinks {
  /// The day and the state of knowledge asked for; nil: today, and everything.
  let on: CalendarDate?
  let known: String?

  /// A path with its query: `/candidacies/D-1?on=2021-06-17`.
  ///
  /// - Parameters:
  ///   - path: its segments, not encoded.
  ///   - query: further parameters; those that are nil are left out.
  func to(_ path: [String], _ query: KeyValuePairs<String, String?> = [:]) -> String {
    let times = [("on", on?.description), ("known", known)]
    return Self.address(path, times + query.map { ($0, $1) })
  }

  func to(_ path: String, _ query: KeyValuePairs<String, String?> = [:]) -> String {
    to(path.isEmpty ? [] : [path], query)
  }

  /// The page of a subject; nil for one that has none.
  func to(_ subject: Subject) -> String? {
    switch subject {
    case .candidacy(let id): to(["candidacies", id.text])
    case .candidate(let id): to(["candidates", id.text])
    case .jury(let id): to(["juries", id.text])
    case .certification(let code): to(["certifications", code.text])
    case .certificate, .certifier, .member: nil
    }
  }

  func to(entry position: Position) -> String { to(["entries", position.description]) }

  static func address(_ path: [String], _ query: [(String, String?)]) -> String {
    let path = "/" + path.map { PercentEncoding.queryValue($0) }.joined(separator: "/")
    let pairs = query.compactMap { name, value in
      value.map { PercentEncoding.queryValue(name) + "=" + PercentEncoding.queryValue($0) }
    }
    return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
  }
}
