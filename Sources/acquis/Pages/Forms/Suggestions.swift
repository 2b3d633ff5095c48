internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Projections

/// Ids that a form offers while one types: the juries convened last, and who sat in them.
struct Suggestions {
  private let call: PageCall
  private let juries: [JuryState]

  /// The most juries looked at.
  private static let most = 12

  /// Cost: a reading of the entries of some juries.
  ///
  /// - Throws: `LogFailure`.
  init(_ call: PageCall) throws {
    self.call = call
    let question = call.question
    let entries = try question.log.latest(
      Self.most, of: [.juryConvened], through: question.known, on: question.on)
    juries = try entries.compactMap { entry in
      try entry.event.fact.jury.flatMap { try question.register(of: $0)?.state }
    }
  }

  /// The id of the list of a field; nil for a field without one.
  static func list(for name: String) -> String? {
    switch name.split(separator: ".").last {
    case "jury": "juries-known"
    case "member": "members-known"
    default: nil
    }
  }

  /// The lists of some fields, which their controls name.
  ///
  /// - Throws: `LogFailure`, `VaultFailure`.
  func html(for fields: [FormField]) throws -> HTML {
    let lists = Set(
      fields.flatMap { field -> [String] in
        if case .rows(let columns) = field.control { return columns.map(\.name) }
        return [field.name]
      }.compactMap(Self.list))
    return HTML.joined([
      lists.contains("juries-known")
        ? list("juries-known", juries.map { jury in (jury.jury.text, session(jury)) }) : .nothing,
      lists.contains("members-known") ? list("members-known", try members()) : .nothing,
    ])
  }

  private func session(_ jury: JuryState) -> String {
    let day = jury.session.first.inTable
    return "\(call.say(day)), \(jury.certification)"
  }

  /// Who sat in them, by name where names are shown.
  private func members() throws -> [(String, String)] {
    var met: Set<MemberID> = []
    var members: [(String, String)] = []
    for jury in juries {
      let names = try call.texts.names(of: jury.members)
      for seat in jury.members where met.insert(seat.member).inserted {
        let words = [names[seat.member], call.say(seat.role.text), seat.organisation?.text]
        members.append((seat.member.text, words.compactMap(\.self).joined(separator: ", ")))
      }
    }
    return members.sorted { $0.0 < $1.0 }
  }

  private func list(_ id: String, _ options: [(value: String, label: String)]) -> HTML {
    HTML("datalist", ["id": id]) {
      for option in options {
        HTML("option", ["value": option.value, "label": option.label])
      }
    }
  }
}
