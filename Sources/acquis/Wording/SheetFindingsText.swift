internal import AcquisLedger
internal import EventLog
internal import Events
internal import Rules
internal import SheetImport

/// What the rules report of a sheet's entries, by rule and cause, with the rows that state them.
struct SheetFindingsText {
  /// One line: everything that one rule reports for one cause.
  struct Group {
    let rule: RuleID
    let weight: FindingWeight
    let cause: SheetRuleText
    /// Of entries.
    fileprivate(set) var count = 0
    /// Each once, ascending; none for what is about juries.
    fileprivate(set) var places: [RowPlace] = []
  }

  /// The worst first: breaches before notices, what the sheet's age explains last, and the rarest first.
  let groups: [Group]
  private let rows: SheetRowsText

  /// - Parameter places: the rows that state an entry; none for one about a jury.
  init(_ findings: [Finding], _ rows: SheetRowsText, at places: (Position) -> [RowPlace]) {
    struct Key: Hashable {
      let rule: RuleID
      let weight: FindingWeight
      let cause: SheetRuleText
      let isOfJury: Bool
    }
    var groups: [Key: Group] = [:]
    var met: [Key: Set<RowPlace>] = [:]
    for finding in findings {
      let own = places(finding.position)
      let cause = SheetRuleText(finding, isOfJury: own.isEmpty)
      let key = Key(
        rule: finding.rule, weight: finding.weight, cause: cause, isOfJury: own.isEmpty)
      groups[
        key, default: Group(rule: finding.rule, weight: finding.weight, cause: cause)
      ].count += 1
      met[key, default: []].formUnion(own)
    }
    for (key, places) in met { groups[key]?.places = places.sorted() }
    self.groups = groups.values.sorted { left, right in
      func order(_ group: Group) -> (FindingWeight, Int, Int, RuleID, Int) {
        (
          group.weight, group.cause.isOfItsAge ? 1 : 0, group.count, group.rule,
          group.places.count
        )
      }
      let (first, second) = (order(left), order(right))
      return first == second ? left.cause.text.french < right.cause.text.french : first < second
    }
    self.rows = rows
  }

  /// A heading and a line for each group; nothing where the rules report nothing.
  ///
  /// - Parameter isRecorded: whether the entries are in the ledger, where `findings` shows them.
  func lines(isRecorded: Bool) -> [Text] {
    if groups.isEmpty { return [] }
    let heading = Text("Ce que les règles signalent :", "What the rules report:")
    let persons = Text(
      "  Personne par personne : `acquis findings`", "  Person by person: `acquis findings`")
    return [heading] + groups.map(line) + (isRecorded ? [persons] : [])
  }

  /// `  R06 bloc déjà acquis, décidé de nouveau : 3 entrées (lignes 4, 9, 12)`.
  private func line(_ group: Group) -> Text {
    let notice =
      switch group.weight {
      case .breach: Text("", "")
      case .notice: Text(" (pour information)", " (notice)")
      }
    let counted = Text.count(group.count, group.places.isEmpty ? .session : .entry)
    let place = rows.text(group.places)
    let (french, english) =
      group.places.isEmpty ? ("", "") : (" (\(place.french))", " (\(place.english))")
    let (rule, cause) = (group.rule, group.cause.text)
    return Text(
      "  \(rule)\(notice.french) \(cause.french) : \(counted.french)\(french)",
      "  \(rule)\(notice.english) \(cause.english): \(counted.english)\(english)")
  }
}
