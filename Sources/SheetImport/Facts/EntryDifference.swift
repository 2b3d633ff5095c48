internal import Events
internal import Vault

/// How a fact differs from an entry of the same key, and what is recorded in the entry's place.
struct EntryDifference {
  /// Empty if the ledger has the fact as it is.
  private(set) var fields: [String] = []
  private(set) var data: JSONValue
  private let fact: SheetFact
  private let entry: RecordedFact

  /// - Parameters:
  ///   - isMoved: whether the entry is of another session, which the fact replaces.
  /// - Throws: ``VaultFailure``.
  init(
    _ fact: SheetFact, _ entry: RecordedFact, _ history: RecordedHistory, opening vault: Vault,
    isMoved: Bool = false
  ) throws {
    (self.fact, self.entry, data) = (fact, entry, fact.data)
    let recorded = try entry.opened(by: vault)
    if let identity = recorded.identity, entry.key.kind == .registration {
      let stated = try fact.data["identity"].map { try $0.read() as Identity }
      let difference = IdentityDifference(identity, stated ?? identity)
      fields = difference.fields.map { "identity." + $0 }
      data = data.replacing(["identity"], with: try difference.identity.json())
      data = data.replacing(["candidate"], with: entry.data["candidate"] ?? .null)
      return
    }
    if entry.key.kind == .registration { return }
    if fact.type != entry.type {
      fields = ["type"]
      if fact.key?.kind == .decision { keep("without", of: recorded.data) }
    } else {
      compare(recorded, history, isMoved)
    }
    compareDays(isMoved)
  }

  /// The fact in the entry's place: with what the sheet leaves out and the entry has.
  var replacement: SheetFact {
    let isRegistration = entry.key.kind == .registration
    return SheetFact(
      isRegistration ? entry.type : fact.type,
      on: isRegistration ? entry.envelope.event.occurredOn : fact.occurredOn, data,
      reason: fact.reason, planned: fact.planned, rows: fact.rows)
  }

  private mutating func keep(_ field: String, of recorded: JSONValue) {
    guard data[field] == nil, let value = recorded[field], case .object(let members) = data else {
      return
    }
    data = .object(members + [JSONMember(field, value)])
  }

  private mutating func compare(
    _ recorded: OpenedEntry, _ history: RecordedHistory, _ isMoved: Bool
  ) {
    guard case .object(let stated) = fact.data, case .object(let known) = recorded.data else {
      return
    }
    for member in stated {
      guard let value = recorded.data[member.name] else {
        if !recorded.unreadable.contains(member.name) { fields.append(member.name) }
        continue
      }
      if value == member.value || isAsGood(value, member, history) { continue }
      if !isMoved, !mayCorrect(member.name) {
        data = data.replacing([member.name], with: value)
        continue
      }
      fields.append(member.name)
    }
    for member in known where fact.data[member.name] == nil {
      // Whole hours have no minutes beside them.
      if let hours = member.name.hours, fact.data[hours] != nil {
        fields.append(member.name)
      } else {
        keep(member.name, of: recorded.data)
      }
    }
  }

  /// Whether a plan may correct a field: what only a plan states corrects what only a plan stated.
  private func mayCorrect(_ field: String) -> Bool {
    !fact.planned.contains(field) || (entry.isImported && entry.hasReason)
  }

  /// Whether the ledger says the same, by another id or by a later entry.
  private func isAsGood(
    _ value: JSONValue, _ member: JSONMember, _ history: RecordedHistory
  ) -> Bool {
    guard let recorded = value.text, let stated = member.value.text else { return false }
    let candidacy = entry.key.candidacy ?? ""
    switch member.name {
    case "candidate":
      guard let (one, other) = try? (CandidateID(recorded), CandidateID(stated)) else {
        return false
      }
      return history.person(one) == history.person(other)
    case "pathway": return history.pathways[candidacy]?.contains(stated) ?? false
    case "number": return history.reissued[candidacy]?.contains(stated) ?? false
    default: return false
    }
  }

  private mutating func compareDays(_ isMoved: Bool) {
    let recorded = entry.envelope.event.occurredOn
    if recorded == fact.occurredOn { return }
    if !isMoved, fact.planned.contains("occurredOn") {
      if !mayCorrect("occurredOn") { return }
      if entry.key.kind == .enrolment, recorded < fact.occurredOn { return }
    }
    fields.append("occurredOn")
  }
}

/// The data of an entry with its texts in clear.
struct OpenedEntry {
  var data: JSONValue
  var identity: Identity?
  /// Fields whose key is gone.
  var unreadable: Set<String> = []
}

extension RecordedFact {
  /// Opens the texts that sheets state.
  func opened(by vault: Vault) throws -> OpenedEntry {
    var opened = OpenedEntry(data: data)
    for field in ["identity", "grounds", "recommendation"] {
      guard let value = data[field], value["sealed"] != nil else { continue }
      let sealed: Sealed = try value.read()
      do throws(VaultFailure) {
        let person = try vault.person(holding: sealed.key)
        if field == "identity" {
          opened.identity = try vault.openIdentity(sealed, field: field, of: person, in: id)
        } else {
          let text = try vault.openText(sealed, field: field, of: person, in: id)
          opened.data = opened.data.replacing([field], with: .string(text.text))
        }
      } catch {
        guard case .keyGone = error else { throw error }
        opened.unreadable.insert(field)
        opened.data = opened.data.removing([field])
      }
    }
    return opened
  }
}

extension String {
  /// `centreHours` of `centreMinutes`; nil of another field.
  fileprivate var hours: String? {
    hasSuffix("Minutes") ? dropLast(7) + "Hours" : nil
  }
}
