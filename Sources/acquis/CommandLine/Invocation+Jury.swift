internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events

extension Invocation {
  /// What the documents of the jury `JURY` state.
  ///
  /// - Throws: ``Failure/input(_:)`` for a jury that the ledger does not know, with near ones;
  ///   ``Failure/check(_:)`` for one that is not convened on the day.
  func proceedings(_ question: Question, opening texts: PersonalTexts) throws -> JuryProceedings {
    let id = try id("JURY", in: question.log) { Subject.jury($0) }
    if let proceedings = try JuryProceedings(of: id, question, opening: texts) {
      return proceedings
    }
    throw try notConvened(id, question)
  }

  /// The failure for a jury that has no register on the day: an id that the ledger does not know, with near
  /// ones, or a jury not convened yet.
  func notConvened(_ id: JuryID, _ question: Question) throws -> Failure {
    guard try question.log.first(EventQuery(subjects: [.jury(id)])) != nil else {
      return try UnknownID.jury(id, in: question.log)
    }
    let (day, known) = (question.on.text, question.known)
    return .check(
      Text(
        "\(id) : jury pas encore constitué au \(day.french) ; état du registre : position \(known)",
        "\(id): not convened on \(day.english), as known at position \(known)"))
  }
}
