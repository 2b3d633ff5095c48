package import Events

/// A jury's register in two states of knowledge.
package enum JuryComparison {
  /// What differs, unordered; empty where the answers are equal.
  package static func changes(
    _ before: JuryState?, _ after: JuryState?, on day: CalendarDate
  ) -> [StateChange] {
    guard before != after, let id = (before ?? after)?.jury else { return [] }
    let subject = Subject.jury(id)
    let (left, right) = (json(before, day), json(after, day))
    guard let before, let after else {
      return [StateChange(subject, .existence, left, right, after == nil ? .worsened : .improved)]
    }
    let members = JSONValue.differences(left, right, without: ["candidacies"]).map { member in
      let isEnd = after.status == .annulled || after.status == .cancelled
      let isWorse = member.name == "status" && isEnd
      return StateChange(
        subject, .member(member.name), member.before, member.after,
        isWorse ? .worsened : .altered)
    }
    let ids = before.candidacies.map(\.candidacy)
    let added = after.candidacies.map(\.candidacy).filter { !ids.contains($0) }
    return members
      + (ids + added).compactMap { id in
        let old = JSONValue.orNull(before.candidacies.first { $0.candidacy == id }, \.json)
        let new = JSONValue.orNull(after.candidacies.first { $0.candidacy == id }, \.json)
        return old == new ? nil : StateChange(subject, .candidacy(id), old, new, .altered)
      }
  }

  private static func json(_ state: JuryState?, _ day: CalendarDate) -> JSONValue {
    .orNull(state) {
      JuryAnswer(on: day, known: .zero, state: $0).json.without(JSONValue.questionMembers)
    }
  }
}
