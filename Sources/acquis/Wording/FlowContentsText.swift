internal import Events
internal import StateFlow

// What `export cpf` notes about the awards of a flow and those that it leaves out.

extension FlowContents {
  /// A line for each kind of note.
  var notes: [Text] {
    [againNote, madeAnewNote, rejectedNote, partialNote].compactMap(\.self) + settledNotes
  }

  /// Those left out of a deposit because they are accepted, revoked or dead by what is known of later days.
  var settledNotes: [Text] {
    [
      Self.line(
        acceptedSince,
        Text("délivrance acceptée depuis, laissée de côté", "award accepted since, left out"),
        Text("délivrances acceptées depuis, laissées de côté", "awards accepted since, left out")),
      Self.line(
        revokedSince,
        Text(
          "délivrance révoquée ou refaite depuis, laissée de côté",
          "award revoked or made anew since, left out"),
        Text(
          "délivrances révoquées ou refaites depuis, laissées de côté",
          "awards revoked or made anew since, left out")),
      Self.line(
        deceasedSince,
        Text(
          "délivrance d’une personne décédée depuis, laissée de côté",
          "award of a person deceased since, left out"),
        Text(
          "délivrances de personnes décédées depuis, laissées de côté",
          "awards of persons deceased since, left out")),
    ].compactMap(\.self)
  }

  private var againNote: Text? {
    if again.isEmpty { return nil }
    let flows = Set(again.map(\.flow)).sorted().map(\.text).joined(separator: ", ")
    let count = Text.count(
      again.count, Text("délivrance déjà déposée", "award deposited already"),
      Text("délivrances déjà déposées", "awards deposited already"))
    return Text(
      "\(count.french), sans réponse à ce jour : flux \(flows)",
      "\(count.english), not answered yet: flow \(flows)")
  }

  private var madeAnewNote: Text? {
    if madeAnew.isEmpty { return nil }
    let list = madeAnew.map {
      Text("\($0.candidacy) (flux \($0.flow))", "\($0.candidacy) (flow \($0.flow))")
    }
    let (french, english) = (
      list.map(\.french).joined(separator: ", "), list.map(\.english).joined(separator: ", ")
    )
    let count = Text.count(
      madeAnew.count, Text("délivrance refaite", "award made anew"),
      Text("délivrances refaites", "awards made anew"))
    return Text(
      "\(count.french) après le dépôt, à déclarer de nouveau : \(french)",
      "\(count.english) after the deposit, to be declared again: \(english)")
  }

  private var rejectedNote: Text? {
    Self.line(
      rejectedUnchanged,
      Text(
        "délivrance rejetée, sans correction d’identité depuis",
        "award rejected, its person's identity not corrected since"),
      Text(
        "délivrances rejetées, sans correction d’identité depuis",
        "awards rejected, their persons' identities not corrected since"))
  }

  private var partialNote: Text? {
    if partialCertificates == 0 { return nil }
    let count = Text.count(
      partialCertificates, Text("certificat partiel", "partial certificate"),
      Text("certificats partiels", "partial certificates"))
    return Text(
      "\(count.french) : les certificats partiels ne sont pas transmis",
      "\(count.english): partial certificates are not sent")
  }

  private static func line(_ ids: [CandidacyID], _ one: Text, _ several: Text) -> Text? {
    if ids.isEmpty { return nil }
    let (count, list) = (
      Text.count(ids.count, one, several), ids.map(\.text).joined(separator: ", ")
    )
    return Text("\(count.french) : \(list)", "\(count.english): \(list)")
  }
}
