internal import Events

extension Samples {
  static func certifier() throws -> [Sample] {
    let certifier = Certifier(
      name: try text("AFPOLS"), siret: try SIRET("78435388000023"))
    let title = try text("Directrice générale")
    return [
      Sample(
        .registrationSuspended(RegistrationSuspended(certification: try id("RNCP38052")))),
      Sample(
        .registrationReinstated(RegistrationReinstated(certification: try id("RNCP38052")))),
      Sample(
        .certifierDescribed(
          CertifierDescribed(
            certifier: certifier, commercialName: try text("L’École de l’habitat"),
            address: try list(try text("47, rue Popincourt"), try text("75011 Paris")),
            place: try text("Paris"),
            signatories: try list(
              Signatory(member: try id("M-4"), title: title, name: try sealed("M-4.1"))),
            registrations: try list(
              RegistrationDecision(
                certification: try id("RNCP38052"), decisionOn: try day("2023-09-18"))),
            depositor: Depositor(
              clientID: try DepositorClientID("AB123456"),
              contractID: try DepositorContractID("MCFCER 000123")))),
        minimal: .certifierDescribed(
          CertifierDescribed(certifier: certifier, place: try text("Paris"))),
        reduced: .certifierDescribed(
          CertifierDescribed(
            certifier: certifier, place: try text("Paris"),
            signatories: try list(
              Signatory(member: try id("M-4"), title: title, name: nil))))),
    ]
  }
}
