internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

/// The facts that would record what counts, as submissions and as command lines.
struct PriorCommands {
  /// A fact to record, its fields as words of `record`.
  struct Fact {
    let type: EventType
    let fields: [String]
  }

  /// Recorded by `--record`: the enrolment, then one recognition a block.
  let facts: [Fact]
  /// Those that documents claimed would allow, once they were examined.
  let afterExamination: [Fact]
  private let day: CalendarDate
  private let by: String?

  /// - Parameter log: searched for the next free id, where a candidacy is to be enrolled.
  init(_ answer: PriorAnswer, in log: some EventLog, _ invocation: Invocation) throws {
    day = answer.on
    by = invocation.option("by")
    guard let validations = answer.validations else {
      (facts, afterExamination) = ([], [])
      return
    }
    let plan = validations.context.plan
    let chosen: Pathway? = try invocation.word("pathway")
    let candidacy =
      try validations.context.live?.text
      ?? (plan.enrolment == nil ? "" : Self.nextCandidacy(in: log, year: day.components.year))
    let enrolment = plan.enrolment.map { enrolment in
      let pathway = chosen ?? enrolment.pathway
      return Fact(
        type: .candidateEnrolled,
        fields: [
          "candidacy=\(candidacy)", "candidate=\(answer.candidate)",
          "certification=\(validations.certification)", "pathway=\(pathway.rawValue)",
        ] + (enrolment.completes.map { ["completes=\($0)"] } ?? [])
          + (enrolment.audience.map { ["public=\($0.rawValue)"] } ?? []))
    }
    let begin = enrolment.map { [$0] } ?? []
    facts =
      plan.isEmpty ? [] : begin + plan.recognitions.map { Self.recognition($0, in: candidacy) }
    let documents = plan.documents.map { Self.recognition($0, in: candidacy) }
    afterExamination = plan.isEmpty && !documents.isEmpty ? begin + documents : documents
  }

  private static func recognition(
    _ recognition: PriorPlan.Recognition, in candidacy: String
  ) -> Fact {
    let source = recognition.source
    return Fact(
      type: .priorValidationRecognised,
      fields: [
        "candidacy=\(candidacy)", "block=\(recognition.block)",
        "basis=\(recognition.basis.rawValue)",
      ] + (source.candidacy.map { ["source.candidacy=\($0)"] } ?? [])
        + (source.block.map { ["source.block=\($0)"] } ?? [])
        + (source.document.map { ["source.document=\($0.text)"] } ?? [])
        + (source.validatedOn.map { ["source.validatedOn=\($0)"] } ?? []))
  }

  /// The next id of the pattern `D-YYYY-NNN` that no enrolment of the log, annulled or not, has.
  ///
  /// Cost: every enrolment is read.
  private static func nextCandidacy(in log: some EventLog, year: Int) throws -> String {
    let prefix = "D-\(year)-"
    var last = 0
    try log.read(EventQuery(types: [.candidateEnrolled])) { stored in
      guard case .candidateEnrolled(let data) = try stored.envelope().event.fact,
        data.candidacy.text.hasPrefix(prefix)
      else { return }
      let number = data.candidacy.text.dropFirst(prefix.count)
      if number.allSatisfy(\.isNumber), let number = Int(number) { last = max(last, number) }
    }
    let number = String(last + 1)
    return prefix + String(repeating: "0", count: max(0, 3 - number.count)) + number
  }

  // MARK: What is done with them

  /// A line for each fact, to be run in a shell.
  func lines(_ facts: [Fact]) -> [String] {
    facts.map { fact in
      (["acquis", "record", fact.type.rawValue, "--on", day.description]
        + (by.map { ["--by", $0] } ?? []) + fact.fields)
        .map(Self.quoted).joined(separator: " ")
    }
  }

  /// A word in the form that a POSIX shell reads as this word.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "=.-_:,/".unicodeScalars.contains($0))
    }
    return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }

  /// The facts of `--record`, as `record` would submit them.
  func submissions(_ invocation: Invocation) throws -> [Submission] {
    let by = try invocation.recordedBy()
    return try facts.enumerated().map { index, fact in
      let fields = try DataFields(fact.fields, of: fact.type)
      return try Submission(
        .object([
          JSONMember("type", .string(fact.type.rawValue)),
          JSONMember("occurredOn", .string(day.description)),
          JSONMember("recordedBy", .string(by)),
          JSONMember("data", fields.data),
        ]), line: index + 1)
    }
  }
}
