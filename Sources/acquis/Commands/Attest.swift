internal import Events

extension Command {
  /// `attest CANDIDACY --credential`
  static let attest = Command(
    name: "attest",
    summary: Text(
      "délivre une attestation numérique de ce qui est acquis, ou dit ce qu’elle est devenue",
      "issues a credential of what is held, or shows what became of one"),
    arguments: [
      Argument(
        name: "CANDIDACY",
        help: Text("l’identifiant de la candidature", "the candidacy's id"), isOptional: true)
    ],
    options: credentialOptions + [Command.on] + Command.names,
    example: "acquis attest DEMO-D-PARTIAL --credential"
  ) { invocation in
    guard invocation.has("credential") else {
      throw Failure.usage(Text("--credential manque", "--credential is missing"))
    }
    try attestCredential(invocation)
  }
}
