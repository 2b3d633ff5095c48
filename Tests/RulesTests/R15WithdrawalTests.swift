import EventSamples
import Events
import Testing

/// R15, what may follow a withdrawal or a transfer.
@Suite struct R15WithdrawalTests {
  private func closed(_ end: Fact) throws -> RuleHistory {
    var history = try RuleHistory.awarded()
    try history.add(end, on: "2018-09-01")
    return history
  }

  private let over = Breach(
    (
      "la candidature D1 est abandonnée ou transférée depuis le 1er septembre 2018",
      "D1 has been withdrawn or transferred since 2018-09-01"
    ),
    remedy: (
      "la réouverture d’abord (CandidacyReopened)", "the reopening first (CandidacyReopened)"
    ))

  @Test func `training does not follow a withdrawal or a transfer, from its own day on`() throws {
    for end in [try Fact.withdrawn(), try .transferred()] {
      let history = try closed(end)
      #expect(try history.breach(of: 15, by: .trainingStarted(), on: "2018-09-01") == over)
      #expect(try history.breach(of: 15, by: .trainingStarted(), on: "2018-08-31") == nil)
    }
  }

  @Test func `an enrolment, decisions, summonses and extensions do not follow a withdrawal`() throws
  {
    let history = try closed(.withdrawn())
    for fact in [
      try Fact.summoned(), try .validated(), try .refused(), try .recognised(),
      try .extended(until: "2030-01-01"), try .assessed("T1-B1-C01"), try .withdrawn(),
      try .transferred(), try .admissibility(true), try .positioned(adjusted: true),
    ] {
      #expect(try history.breach(of: 15, by: fact, on: "2018-09-02") == over, "\(fact.type)")
    }
  }

  @Test func `revocations, appeals, certificates and declarations may follow a withdrawal`() throws
  {
    let history = try closed(.withdrawn())
    for fact in [
      try Fact.absent(), try .summonsWithdrawn(), try .decisionRevoked(),
      try .recognitionRevoked(), try .awardRevoked(), try .appealed(), try .appealDecided(),
      try .certificate(), try .reissued("N2", replacing: "N1"),
      try .partialCertificate("N1", "T1-B1"), try .deposited(), try .answered(.accepted),
    ] {
      #expect(try history.breach(of: 15, by: fact, on: "2018-09-02") == nil, "\(fact.type)")
    }
  }

  @Test func `a reopening follows a withdrawal, and everything follows the reopening`() throws {
    var history = try RuleHistory.beforeJury()
    #expect(
      try history.breach(of: 15, by: .reopened(), on: "2018-09-02")
        == Breach(
          (
            "la candidature D1 n’est ni abandonnée ni transférée",
            "D1 is neither withdrawn nor transferred"
          ),
          remedy: (
            "aucune réouverture : la candidature est en cours",
            "no reopening, for the candidacy is not closed"
          )))
    try history.add(.withdrawn(), on: "2018-09-01")
    #expect(try history.breach(of: 15, by: .reopened(), on: "2018-09-01") == nil)
    try history.add(.reopened(), on: "2018-10-01")
    #expect(try history.breach(of: 15, by: .trainingStarted(), on: "2018-10-01") == nil)
  }
}
