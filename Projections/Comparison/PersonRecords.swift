package import Events

/// The fold of what the log says of persons, up to a day: which entry holds an identity, which ids
/// are one person, who died, whose identity was erased. It holds positions and no name.
package struct PersonRecords: Sendable {
  private struct Record: Hashable {
    /// The latest entry that states the identity.
    var identity: Position?
    var erased: Position?
    var deceasedOn: CalendarDate?
  }

  private let timeless: TimelessFacts
  private var candidates: [CandidateID: Record] = [:]
  private var erasedMembers: [MemberID: Position] = [:]

  package init(_ timeless: TimelessFacts) { self.timeless = timeless }

  /// Applies one event, in fold order.
  package mutating func apply(_ envelope: Envelope) {
    if timeless.annulled.contains(envelope.event.id) { return }
    let fact = envelope.event.fact
    if case .candidateRegistered(let data) = fact {
      candidates[data.candidate, default: Record()].identity = envelope.position
    } else if case .candidateIdentityCorrected(let data) = fact {
      candidates[data.candidate, default: Record()].identity = envelope.position
    } else if case .candidateIdentityErased(let data) = fact {
      candidates[data.candidate, default: Record()].erased = envelope.position
    } else if case .candidateDeceased(let data) = fact {
      let day = envelope.event.occurredOn
      let known = candidates[data.candidate]?.deceasedOn
      candidates[data.candidate, default: Record()].deceasedOn = known ?? day
    } else if case .juryMemberIdentityErased(let data) = fact {
      erasedMembers[data.member] = envelope.position
    }
  }

  /// How many persons' ids have a fact, or were merged.
  package var ids: Set<CandidateID> {
    Set(candidates.keys).union(timeless.mergedCandidates)
  }

  /// What differs from another fold, unordered.
  package func changes(to after: PersonRecords) -> [StateChange] {
    let persons = ids.union(after.ids).sorted().flatMap { id in
      JSONValue.differences(json(id), after.json(id)).map {
        StateChange(.candidate(id), .member($0.name), $0.before, $0.after, .altered)
      }
    }
    let members = Set(erasedMembers.keys).union(after.erasedMembers.keys).sorted()
    return persons
      + members.compactMap { id in
        let (old, new) = (erasedMembers[id], after.erasedMembers[id])
        guard old != new else { return nil }
        return StateChange(
          .member(id), .member("erased"), Self.json(old), Self.json(new), .altered)
      }
  }

  /// `identity` is the position of the entry that states it.
  private func json(_ id: CandidateID) -> JSONValue {
    let record = candidates[id] ?? Record()
    let person = timeless.person(id)
    return [
      "identity": Self.json(record.identity),
      "mergedInto": person == id ? .null : .string(person.text),
      "erased": Self.json(record.erased),
      "deceasedOn": .orNull(record.deceasedOn) { .string($0.description) },
    ]
  }

  private static func json(_ position: Position?) -> JSONValue {
    .orNull(position) { .integer(Int($0.number)) }
  }
}
