internal import Events

/// Parts rows of the same names and birth date where they need not be one person: by the person's reference, and
/// by the birth place where the rows of two places contradict each other.
struct Namesakes {
  let rows: [SheetRow]

  private struct Decided: Hashable {
    let certification: CertificationCode?
    let day: CalendarDate
    let block: BlockCode
  }

  /// - Parameter members: rows by their indices, those of one entry having the same reference and place.
  /// - Returns: indices of entries; one part if nothing speaks against one person.
  func parts(_ members: [[Int]]) -> [[Int]] {
    let entries = Array(members.indices)
    return byValue(entries, isParted: true) { rows[members[$0][0]].personKey?.text }
      .flatMap { part in
        byValue(part, isParted: contradict(part.flatMap { members[$0] })) {
          rows[members[$0][0]].birthPlaceKey
        }
      }
  }

  /// Entries without a value are a part of their own, unless the others all have one value.
  private func byValue(
    _ entries: [Int], isParted: Bool, _ value: (Int) -> String?
  ) -> [[Int]] {
    let parts = Dictionary(grouping: entries, by: value)
    guard isParted, parts.keys.count(where: { $0 != nil }) > 1 else { return [entries] }
    return parts.values.sorted { $0[0] < $1[0] }
  }

  /// Whether rows of two birth places decide one block of one session differently.
  private func contradict(_ indices: [Int]) -> Bool {
    guard Set(indices.compactMap { rows[$0].birthPlaceKey }).count > 1 else { return false }
    var said: [Decided: [(place: String, content: RowDecision.Content)]] = [:]
    for row in indices.map({ rows[$0] }) {
      guard let place = row.birthPlaceKey else { continue }
      for decision in row.decisions {
        guard let day = decision.on ?? row.sessionOn else { continue }
        said[
          Decided(certification: row.certification, day: day, block: decision.block), default: []
        ].append((place, decision.content))
      }
    }
    return said.values.contains { all in
      all.contains { one in
        all.contains { Self.differ(one.place, $0.place) && one.content != $0.content }
      }
    }
  }

  /// A postal code and one of INSEE say nothing of each other.
  private static func differ(_ left: String, _ right: String) -> Bool {
    left != right && left.prefix { $0 != " " } == right.prefix { $0 != " " }
  }
}
