internal import AcquisLedger
internal import Documents
internal import Events

extension EventType {
  /// What one does who records a fact of this type, on a button.
  var action: Text { Self.actions[self] ?? text.capitalised }

  private static let actions: [EventType: Text] = [
    .candidateRegistered: Text("Enregistrer une personne", "Register a person"),
    .candidateEnrolled: Text("Inscrire un candidat", "Enrol a candidate"),
    .juryConvened: Text("Constituer un jury", "Convene a jury"),
    .candidateSummoned: Text("Convoquer devant un jury", "Summon before a jury"),
    .trainingStarted: Text("Entrée en formation", "Start the training"),
    .trainingCompleted: Text("Fin de formation", "Complete the training"),
    .candidacyWithdrawn: Text("Abandon", "Withdraw"),
    .dossierSubmitted: Text("Déposer un dossier", "Submit a dossier"),
    .admissibilityDecided: Text("Décider la recevabilité", "Decide on admissibility"),
    .candidateAbsent: Text("Noter une absence", "Note an absence"),
    .summonsWithdrawn: Text("Retirer la convocation", "Withdraw the summons"),
    .partialCertificateIssued: Text("Émettre un certificat partiel", "Issue a partial certificate"),
    .resultNotified: Text("Noter la notification du résultat", "Note that the result was sent"),
    .certificationAwarded: Text("Délivrer la certification", "Award the certification"),
    .certificateIssued: Text("Émettre le certificat", "Issue the certificate"),
    .awardDeclared: Text("Déclarer à la Caisse des Dépôts", "Declare to the Caisse des Dépôts"),
    .insertionSurveyAnswered: Text("Noter une réponse d’enquête", "Note the answer to a survey"),
    .juryMemberReplaced: Text("Remplacer un membre", "Replace a member"),
    .juryMemberRecused: Text("Noter une récusation", "Note a recusal"),
    .juryRescheduled: Text("Reporter la session", "Move the session"),
    .juryCancelled: Text("Annoncer que la session n’aura pas lieu", "Cancel the session"),
    .juryDeliberated: Text("Enregistrer le procès-verbal", "Record the minutes"),
  ]
}
