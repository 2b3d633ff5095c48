import EventSamples
import Events
import Testing

@Suite struct `What an event is about` {
  /// EVENTS.md's rule: the fields by their names, at any depth.
  private static func named(in value: Any) -> Set<String> {
    var subjects: Set<String> = []
    for child in Mirror(reflecting: value).children {
      switch (child.label, child.value) {
      case ("candidate", let id as CandidateID), ("into", let id as CandidateID):
        subjects.insert("candidate:\(id)")
      case ("candidacy", let id as CandidacyID), ("completes", let id as CandidacyID):
        subjects.insert("candidacy:\(id)")
      case ("certification", let code as CertificationCode), ("by", let code as CertificationCode):
        subjects.insert("certification:\(code)")
      case ("member", let id as MemberID) where value is JuryMemberIdentityErased:
        subjects.insert("member:\(id)")
      case ("jury", let id as JuryID): subjects.insert("jury:\(id)")
      case ("number", let number as CertificateNumber),
        ("replaces", let number as CertificateNumber):
        subjects.insert("certificate:\(number)")
      case ("certifier", let certifier as Certifier):
        subjects.insert("certifier:\(certifier.siret.text)")
      case ("entrySubjects", let list as NonEmpty<Subject>):
        subjects.formUnion(list.elements.map(\.description))
      default: subjects.formUnion(named(in: child.value))
      }
    }
    return subjects
  }

  @Test func `an event's subjects follow from the names of its fields, for every type`() throws {
    for sample in try Samples.all() {
      for fact in sample.facts {
        #expect(
          Set(fact.subjects.map(\.description)) == Self.named(in: fact.payload), "\(fact.type)")
        #expect(Set(fact.subjects).count == fact.subjects.count)
        #expect(!fact.subjects.isEmpty)
      }
    }
  }

  @Test func `the principal subject comes first, and the person is the candidate or candidacy`()
    throws
  {
    let candidacy = "candidacy:D-2021-004"
    let jury = "jury:J-2021-02"
    let numbered = [candidacy, "certificate:C-2021-0007"]
    let special: [EventType: [String]] = [
      .certificationRegistered: ["certification:RS7001"],
      .registrationRenewed: ["certification:RNCP38052"],
      .certificationWithdrawn: ["certification:RNCP38052"],
      .certificationSuperseded: ["certification:3474", "certification:RS7001"],
      .completionWindowPolicyChanged: ["certification:3474"],
      .blockValidityPolicyChanged: ["certification:RNCP38052"],
      .juryPolicyChanged: ["certification:3474"], .candidateRegistered: ["candidate:P-0017"],
      .candidateIdentityCorrected: ["candidate:P-0017"],
      .candidateMerged: ["candidate:P-0018", "candidate:P-0017"],
      .candidateIdentityErased: ["candidate:P-0017"],
      .candidateEnrolled: [
        candidacy, "candidate:P-0017", "certification:3474", "candidacy:D-2019-001",
      ],
      .priorValidationRecognised: [candidacy, "candidacy:D-2015-009"],
      .certificationAwarded: [candidacy, jury], .certificateIssued: numbered,
      .certificateReissued: [candidacy, "certificate:C-2021-0008", "certificate:C-2021-0007"],
      .partialCertificateIssued: [candidacy, "certificate:CP-2021-0002"],
      .juryConvened: [jury, "certification:3474"], .juryRescheduled: [jury], .juryCancelled: [jury],
      .juryMemberAdded: [jury], .juryMemberReplaced: [jury], .juryHeld: [jury],
      .juryDeliberated: [jury], .juryMemberRecused: [candidacy, jury],
      .candidateSummoned: [candidacy, jury], .summonsWithdrawn: [candidacy, jury],
      .candidateAbsent: [candidacy, jury], .blockValidated: [candidacy, jury],
      .blockRefused: [candidacy, jury], .juryDecisionRevoked: [candidacy, jury],
      .decisionAppealed: [candidacy, jury], .appealDecided: [candidacy, jury],
      .eventAnnulled: [candidacy, jury],
      .registrationSuspended: ["certification:RNCP38052"],
      .registrationReinstated: ["certification:RNCP38052"],
      .certifierDescribed: ["certifier:78435388000023", "certification:RNCP38052"],
      .candidateDeceased: ["candidate:P-0017"], .juryMemberIdentityErased: ["member:M-4"],
      .certificateDuplicated: numbered, .juryAnnulled: [jury],
      .resultNotified: [candidacy, jury], .juryRecommended: [candidacy, jury],
    ]
    for sample in try Samples.all() {
      let expected = special[sample.type] ?? [candidacy]
      #expect(sample.full.subjects.map(\.description) == expected, "\(sample.type)")
      let person =
        expected.first { $0.hasPrefix("candidate:") }
        ?? expected.first { $0.hasPrefix("candidacy:") }
      #expect(sample.full.person?.description == person, "\(sample.type)")
    }
  }
}
