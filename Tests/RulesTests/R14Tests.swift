import Events
import Testing

/// R14: a certificate follows the award and one is in force at a time; a number is used once; a partial
/// certificate names blocks held.
@Suite struct R14Tests {
  private func used(_ position: Int) -> Breach {
    Breach(
      (
        "le numéro a déjà servi (position \(position))",
        "the number is already used (position \(position))"
      ), remedy: ("un numéro jamais utilisé", "a number never used before"))
  }
  private let notAwarded = Breach(
    (
      "la certification n’est pas délivrée à D1, ou sa délivrance a été révoquée",
      "the certification has not been awarded to D1, or its award was revoked"
    ),
    remedy: (
      "la délivrance d’abord (CertificationAwarded)", "the award first (CertificationAwarded)"
    ))
  private let notInForce = Breach(
    ("N1 n’est pas un certificat en vigueur de D1", "N1 is not a certificate of D1 in force"),
    remedy: (
      "dans `replaces`, le numéro du certificat en vigueur",
      "in `replaces`, the number of the certificate in force"
    ))
  private func unheld(_ blocks: String) -> Breach {
    Breach(
      ("D1 n’a pas acquis \(blocks)", "D1 does not hold \(blocks)"),
      remedy: ("des blocs acquis seulement", "only blocks that are held"))
  }

  private func breach(
    _ history: RuleHistory, _ fact: Fact, on day: String = "2018-07-02"
  ) throws -> Breach? {
    try history.breach(of: 14, by: fact, on: day)
  }

  @Test func `R14 judges certificates, by a house rule`() throws {
    try expect(
      14,
      judges: [
        .certificateIssued, .certificateReissued, .partialCertificateIssued,
        .certificateDuplicated,
      ],
      source: ("règle interne", "house rule"))
  }

  @Test func `a certificate of the award's day is accepted, one of the day before refused`() throws
  {
    let history = try RuleHistory.awarded()
    #expect(try breach(history, .certificate(), on: "2018-07-01") == nil)
    #expect(try breach(history, .certificate(), on: "2018-06-30") == notAwarded)
  }

  @Test func `a certificate after the award was revoked is refused`() throws {
    var history = try RuleHistory.awarded()
    try history.add(.awardRevoked(), on: "2018-07-02")
    #expect(try breach(history, .certificate()) == notAwarded)
  }

  @Test func `a second certificate is refused`() throws {
    var history = try RuleHistory.awarded()
    try history.add(.certificate("N1"), on: "2018-07-01")
    #expect(
      try breach(history, .certificate("N2"))
        == Breach(
          (
            "D1 a déjà un certificat en vigueur, N1",
            "D1 already has a certificate in force, N1"
          ),
          remedy: (
            "un certificat qui le remplace (CertificateReissued)",
            "a certificate that replaces it (CertificateReissued)"
          )))
  }

  @Test func `a number is used once, partial certificates and later days included`() throws {
    var history = try RuleHistory.awarded()
    try history.add(.certificate("N1"), on: "2020-07-01")
    #expect(try breach(history, .certificate("N1")) == used(9))
    #expect(try breach(history, .partialCertificate("N1", "T1-B1")) == used(9))
    #expect(try breach(history, .reissued("N1", replacing: "N1")) == used(9))
  }

  @Test func `a number whose entry is annulled is free`() throws {
    var history = try RuleHistory.awarded()
    let id = try history.add(.certificate("N1"), on: "2018-07-01")
    try history.add(.annulled(id), on: "2018-07-02")
    #expect(try breach(history, .certificate("N1")) == nil)
  }

  @Test func `a certificate replaces the one in force and no other`() throws {
    var history = try RuleHistory.awarded()
    #expect(try breach(history, .reissued("N2", replacing: "N1")) == notInForce)
    try history.add(.certificate("N1"), on: "2018-07-01")
    #expect(try breach(history, .reissued("N2", replacing: "N1")) == nil)
    try history.add(.reissued("N2", replacing: "N1"), on: "2018-07-01")
    #expect(try breach(history, .reissued("N3", replacing: "N1")) == notInForce)
    #expect(try breach(history, .reissued("N3", replacing: "N2")) == nil)
    try history.add(.awardRevoked(), on: "2018-07-02")
    #expect(
      try breach(history, .reissued("N3", replacing: "N2"))?.message.english
        == "N2 is not a certificate of D1 in force")
  }

  @Test func `a partial certificate names blocks held that day`() throws {
    var history = try RuleHistory.beforeJury(.framework(validity: 2))
    #expect(
      try breach(history, .partialCertificate("N1", "T1-B1", "T1-B2")) == unheld("T1-B1, T1-B2"))
    try history.add(.validated(), on: "2018-06-20")
    #expect(try breach(history, .partialCertificate("N1", "T1-B1", "T1-B2")) == unheld("T1-B2"))
    let fact = try Fact.partialCertificate("N1", "T1-B1")
    #expect(try breach(history, fact, on: "2018-06-20") == nil)
    #expect(try breach(history, fact, on: "2020-06-20") == nil)
    #expect(try breach(history, fact, on: "2020-06-21") == unheld("T1-B1"))
  }

  @Test func `a partial certificate is reissued while its blocks are held`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.validated(), on: "2018-06-20")
    try history.add(.partialCertificate("N1", "T1-B1"), on: "2018-06-21")
    #expect(try breach(history, .reissued("N2", replacing: "N1")) == nil)
    try history.add(.decisionRevoked(), on: "2018-06-22")
    #expect(try breach(history, .reissued("N2", replacing: "N1")) == unheld("T1-B1"))
  }

  @Test func `R14 cannot be waived`() throws {
    let history = try RuleHistory.beforeJury()
    for fact in [
      try Fact.certificate(), try .reissued("N2", replacing: "N1"),
      try .partialCertificate("N1", "T1-B1"),
    ] {
      #expect(try history.waiver(of: 14, by: fact, on: "2018-07-02") == .forbidden)
    }
  }

  @Test func `a number is compared without its case`() throws {
    var history = try RuleHistory.awarded()
    try history.add(.partialCertificate("N° 1/a", "T1-B1"), on: "2018-06-25")
    #expect(try breach(history, .certificate("n° 1/A")) != nil)
    #expect(try breach(history, .certificate("n° 1/B")) == nil)
  }

  @Test func `a duplicate names the number in force, whole or partial`() throws {
    var history = try RuleHistory.awarded()
    #expect(
      try breach(history, .duplicated())?.message.english
        == "N1 is not a certificate of D1 in force")
    try history.add(.certificate(), on: "2018-07-01")
    try history.add(.partialCertificate("P1", "T1-B1"), on: "2018-07-01")
    #expect(try breach(history, .duplicated("n1")) == nil)
    #expect(try breach(history, .duplicated("P1")) == nil)
    try history.add(.reissued("N2", replacing: "N1"), on: "2018-07-01")
    #expect(try breach(history, .duplicated()) != nil)
    #expect(try breach(history, .duplicated("N2")) == nil)
    try history.add(.awardRevoked(), on: "2018-07-01")
    #expect(try breach(history, .duplicated("N2")) != nil)
    #expect(try breach(history, .duplicated("P1")) == nil)
  }

  @Test func `none is issued, reissued or duplicated while the award lacks a block`() throws {
    var history = try RuleHistory.awarded()
    var issued = history
    try history.add(.decisionRevoked(), on: "2018-07-01")
    #expect(
      try breach(history, .certificate())?.message.english
        == "the award to D1 no longer rests on every block (R08): T1-B1 is not held")
    try issued.add(.certificate(), on: "2018-07-01")
    #expect(try breach(issued, .duplicated()) == nil)
    try issued.add(.decisionRevoked(), on: "2018-07-01")
    #expect(try breach(issued, .duplicated()) != nil)
    #expect(try breach(issued, .reissued("N2", replacing: "N1")) != nil)
  }
}
