import Events
import StateFlow
import Testing

struct FlowXMLTests {
  private func flow(
    _ holder: Holder, at stamp: String = "2026-07-01T22:30:15.999999Z", exam: Examination? = nil,
    validTo: String? = nil, under code: String = "RNCP38052", in register: Register = .rncp
  ) throws -> String {
    let passage = Passage(
      candidacy: try CandidacyID("D1"), candidate: try CandidateID("P1"),
      award: try EventID("0198d0b5-0000-7000-8000-000000000001"), position: Position(9),
      identity: try EventID("0198d0b5-0000-7000-8000-000000000002"),
      awardedOn: try CalendarDate("2026-06-22"), validTo: try validTo.map { try CalendarDate($0) },
      exam: exam, pathway: .apprenticeship, enrolledOn: try CalendarDate("2025-01-06"),
      holder: holder)
    let flow = CertificationFlow(
      id: try FlowID("F-2026-001"), stamp: try Instant(stamp),
      depositor: Depositor(
        clientID: try DepositorClientID("0000<234"), contractID: try DepositorContractID("M&C")),
      certifications: [
        DeclaredCertification(try CertificationCode(code), of: register, passages: [passage])
      ])
    return String(decoding: FlowXML(flow).bytes, as: UTF8.self)
  }

  private func holder(_ name: String = "Exemple", born: String = "1981-04-09") throws -> Holder {
    try Holder(.exemplary(name, born: born), on: .flowDay(), isDeposited: true)
  }

  @Test func `a flow is one element a line, in the schema's order`() throws {
    #expect(
      try flow(holder("N'Dœuf & <Fils> \"Essai\"", born: "1969-02")) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <cpf:flux xmlns:cpf="urn:cdc:cpf:pc5:schema:1.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <cpf:idFlux>F-2026-001</cpf:idFlux>
          <cpf:horodatage>2026-07-02T00:30:15+02:00</cpf:horodatage>
          <cpf:emetteur>
            <cpf:idClient>0000&lt;234</cpf:idClient>
            <cpf:certificateurs>
              <cpf:certificateur>
                <cpf:idClient>0000&lt;234</cpf:idClient>
                <cpf:idContrat>M&amp;C</cpf:idContrat>
                <cpf:certifications>
                  <cpf:certification>
                    <cpf:type>RNCP</cpf:type>
                    <cpf:code>RNCP38052</cpf:code>
                    <cpf:natureDeposant>CERTIFICATEUR</cpf:natureDeposant>
                    <cpf:passageCertifications>
                      <cpf:passageCertification>
                        <cpf:idTechnique>0198d0b5-0000-7000-8000-000000000001</cpf:idTechnique>
                        <cpf:obtentionCertification>PAR_ADMISSION</cpf:obtentionCertification>
                        <cpf:donneeCertifiee>true</cpf:donneeCertifiee>
                        <cpf:dateDebutValidite>2026-06-22</cpf:dateDebutValidite>
                        <cpf:dateFinValidite xsi:nil="true"/>
                        <cpf:presenceNiveauLangueEuro>false</cpf:presenceNiveauLangueEuro>
                        <cpf:presenceNiveauNumeriqueEuro>false</cpf:presenceNiveauNumeriqueEuro>
                        <cpf:scoring xsi:nil="true"/>
                        <cpf:mentionValidee xsi:nil="true"/>
                        <cpf:modalitesInscription>
                          <cpf:modaliteAcces>FORMATION_INITIALE_APPRENTISSAGE</cpf:modaliteAcces>
                          <cpf:dateInscription>2025-01-06</cpf:dateInscription>
                        </cpf:modalitesInscription>
                        <cpf:identificationTitulaire>
                          <cpf:titulaire>
                            <cpf:nomNaissance>N&apos;Dœuf &amp; &lt;Fils&gt; &quot;Essai&quot;</cpf:nomNaissance>
                            <cpf:nomUsage xsi:nil="true"/>
                            <cpf:prenom1>Essai</cpf:prenom1>
                            <cpf:anneeNaissance>1969</cpf:anneeNaissance>
                            <cpf:moisNaissance>2</cpf:moisNaissance>
                            <cpf:jourNaissance xsi:nil="true"/>
                            <cpf:sexe>F</cpf:sexe>
                            <cpf:codeCommuneNaissance>
                              <cpf:codeInseeNaissance>
                                <cpf:codeInsee>59350</cpf:codeInsee>
                              </cpf:codeInseeNaissance>
                            </cpf:codeCommuneNaissance>
                          </cpf:titulaire>
                        </cpf:identificationTitulaire>
                      </cpf:passageCertification>
                    </cpf:passageCertifications>
                  </cpf:certification>
                </cpf:certifications>
              </cpf:certificateur>
            </cpf:certificateurs>
          </cpf:emetteur>
        </cpf:flux>

        """)
  }

  @Test(arguments: [
    ("2026-01-31T23:59:59.500000Z", "2026-02-01T00:59:59+01:00"),
    ("2026-03-29T00:59:59.000000Z", "2026-03-29T01:59:59+01:00"),
    ("2026-03-29T01:00:00.000000Z", "2026-03-29T03:00:00+02:00"),
    ("2026-10-25T00:59:59.000000Z", "2026-10-25T02:59:59+02:00"),
    ("2026-10-25T01:00:00.000000Z", "2026-10-25T02:00:00+01:00"),
  ]) func `the instant is that of clocks in Paris, to the second`(
    instant: String, expected: String
  ) throws {
    #expect(
      try flow(holder(), at: instant).contains("<cpf:horodatage>\(expected)</cpf:horodatage>"))
  }

  @Test(
    arguments: [
      ([.onSite], "EN_PRESENTIEL"), ([.remote], "A_DISTANCE"), ([.mixed], "MIXTE"),
      ([.onSite, .remote], "MIXTE"), ([.onSite, .mixed], "MIXTE"), ([.written], nil),
      ([.onSite, .written], nil),
    ] as [(Set<SessionMode>, String?)])
  func `an examination has the mode of its sessions, and none on written papers`(
    modes: Set<SessionMode>, expected: String?
  ) throws {
    let exam = Examination(
      first: try CalendarDate("2026-06-18"), last: try CalendarDate("2026-06-17"), modes: modes)
    let text = try flow(holder(), exam: exam)
    #expect(text.contains("<cpf:dateDebutExamen>2026-06-18</cpf:dateDebutExamen>"))
    #expect(text.contains("<cpf:dateFinExamen>2026-06-18</cpf:dateFinExamen>"))
    let element = expected.map {
      "<cpf:modalitePassageExamen>\($0)</cpf:modalitePassageExamen>"
    }
    #expect(text.contains("modalitePassageExamen") == (expected != nil))
    #expect(element.map { text.contains($0) } ?? true)
  }

  @Test(
    arguments: [
      ("RNCP38052", .rncp, "RNCP", "RNCP38052"), ("RS6117", .rs, "RS", "RS6117"),
      ("3474", .inventaire, "RS", "RS3474"), ("RS3474", .inventaire, "RS", "RS3474"),
    ] as [(String, Register, String, String)])
  func `a certification has its number in its register`(
    code: String, register: Register, type: String, expected: String
  ) throws {
    let text = try flow(holder(), validTo: "2029-06-22", under: code, in: register)
    #expect(text.contains("<cpf:type>\(type)</cpf:type>"))
    #expect(text.contains("<cpf:code>\(expected)</cpf:code>"))
    #expect(text.contains("<cpf:dateFinValidite>2029-06-22</cpf:dateFinValidite>"))
  }
}
