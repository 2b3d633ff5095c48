internal import Events

extension Samples {
  static func certificationPolicies() throws -> [Sample] {
    [
      Sample(
        .completionWindowPolicyChanged(
          CompletionWindowPolicyChanged(
            certification: try id("3474"), years: try count(4), effectiveOn: try day("2027-01-01"),
            basis: .policy)),
        minimal: .completionWindowPolicyChanged(
          CompletionWindowPolicyChanged(
            certification: try id("3474"), years: nil, effectiveOn: try day("2027-01-01"),
            basis: .fiche))),
      Sample(
        .blockValidityPolicyChanged(
          BlockValidityPolicyChanged(
            certification: try id("RNCP38052"), years: try count(8),
            effectiveOn: try day("2027-01-01"), basis: .fiche)),
        minimal: .blockValidityPolicyChanged(
          BlockValidityPolicyChanged(
            certification: try id("RNCP38052"), years: nil, effectiveOn: try day("2027-01-01"),
            basis: .policy))),
      Sample(
        .juryPolicyChanged(
          JuryPolicyChanged(
            certification: try id("3474"), pathway: .professionalisation,
            roles: try list(.president, .other), effectiveOn: try day("2027-01-01"),
            basis: .policy)),
        minimal: .juryPolicyChanged(
          JuryPolicyChanged(
            certification: try id("3474"), roles: try list(.president),
            effectiveOn: try day("2027-01-01"), basis: .policy))),
    ]
  }
}
