internal import Events

/// The ids of persons, made from the content of their rows.
struct PersonIDs {
  /// From what content the ids of a group are made: the same for the same content, whatever the order of rows.
  ///
  /// A person without a birth date, and one who is said to be another than those of the same names, is told by a
  /// reference or the first session, too.
  static func content(of group: PersonGroup, in rows: [SheetRow], isApart: Bool) -> [UInt8] {
    guard let spelling = group.spellings.first else { return [] }
    var parts = [spelling.birth, spelling.sortedFirsts, spelling.date?.text ?? ""]
    if spelling.date == nil || isApart {
      parts += [isApart ? "apart" : "", distinction(group.rows.map { rows[$0] })]
    }
    return Array(parts.joined(separator: "\0").utf8)
  }

  private static func distinction(_ rows: [SheetRow]) -> String {
    if let text = rows.compactMap(\.personReference).min() { return "person " + text }
    if let text = rows.compactMap(\.candidacyReference).min() { return "file " + text }
    if let day = rows.flatMap(\.sessionDays).min() { return "day " + day.description }
    return rows.compactMap(\.certificateNumber).min().map { "certificate " + $0 } ?? ""
  }

  /// How many codes of one content are tried before a number is appended.
  private static let attempts = 16

  /// The id of a content, of the attempt from 0.
  static func id<Failure: Error>(
    of content: [UInt8], attempt: Int, code: ([UInt8]) throws(Failure) -> [UInt8]
  ) throws(Failure) -> CandidateID? {
    let isNumbered = attempt >= attempts
    let more = attempt == 0 || isNumbered ? [] : Array("\0\(attempt)".utf8)
    let text = base32(try code(content + more)) + (isNumbered ? "-\(attempt)" : "")
    return try? CandidateID("P-" + text)
  }

  /// Ten characters of Crockford's base 32, which has no I, L, O and U: the first 50 bits.
  static func base32(_ code: [UInt8]) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    var bits = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    bits <<= UInt64(8 * max(0, 8 - code.count))
    return String((0..<10).map { alphabet[Int(bits >> (59 - 5 * UInt64($0)) & 31)] })
  }
}
