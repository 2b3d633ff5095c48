internal import Access
internal import AcquisLedger
internal import Events

extension PageRoutes {
  static let screens: [PageRoute] =
    [
      .get("") { try TodayPage(call: $0).answer() },
      .get("candidacies/{candidacy}") { try DossierPage($0).answer() },
      .get("candidates/{candidate}") { try PersonPage($0).answer() },
      .get("candidates/{candidate}/prior") { try PriorPage($0).answer() },
      .get("juries/{jury}") { try JuryPage($0).answer() },
      .get("certifications/{certification}") { try CertificationPage($0).answer() },
      .get("findings") { try FindingsPage(call: $0).answer() },
      .get("compare") { try ComparePage(call: $0).answer() },
      .get("entries/{position#1}") { try EntryPage($0).answer() },
      .get("entries/{position#1}/proof", .prove) { try EntryPage($0).proof() },
    ] + DocumentPage.all.map(\.route)

  static let audits: [PageRoute] = [
    .get("audit", .prove) { try AuditPage(call: $0).answer() },
    .post("audit/verify", .prove) { try AuditPage(call: $0).verify() },
    .get("audit/checkpoint", .prove) { try AuditPage(call: $0).checkpoint() },
    .get("audit/inclusion", .prove) { try AuditPage(call: $0).inclusion() },
    .get("audit/consistency", .prove) { try AuditPage(call: $0).consistency() },
  ]

  static let forms: [PageRoute] = [
    .get("record", .record) { RecordIndex(call: $0).answer() },
    .get("record/{type}", .record) { try FactForm($0, type(of: $0)).ask() },
    .post("record/{type}", .record) { try FactForm($0, type(of: $0)).send() },
    .get("entries/{position#1}/annul", .annul) { try AnnulForm($0).ask() },
    .post("entries/{position#1}/annul", .annul) { try AnnulForm($0).send() },
    .get("entries/{position#1}/correct", .correct) { try CorrectForm($0).ask() },
    .post("entries/{position#1}/correct", .correct) { try CorrectForm($0).send() },
    .get("juries/{jury}/session", .record) { try SessionForm($0).ask() },
    .post("juries/{jury}/session", .record) { try SessionForm($0).send() },
    .post("candidates/{candidate}/prior", .recognise) { try PriorPage($0).send() },
  ]

  private static func type(of call: PageCall) throws(PageProblem) -> EventType {
    guard let type = EventType(rawValue: call.path[0]), FactForm.isTyped(type) else {
      throw .notFound
    }
    return type
  }
}
