internal import Events

/// What a letter says of the means and the time limits of recourse (*voies et délais de recours*): the
/// only place where it is written.
///
/// The two months are those of common law for an administrative decision (Code de justice administrative,
/// R421-1). Whether they apply depends on what the certifier is, a public or a private body, which the
/// ledger does not hold: the certifier checks the sentence against its own rules.
enum RecourseText {
  static let title = Text("Voies et délais de recours", "Means and time limits of recourse")

  static let body = Text(
    "Vous pouvez former un recours gracieux auprès du certificateur, à l’adresse ci-dessus, dans les deux mois "
      + "qui suivent la notification de cette lettre, puis saisir la juridiction compétente. Ce délai est "
      + "celui de droit commun d’une décision administrative (Code de justice administrative, article "
      + "R. 421-1) ; lorsque le certificateur est un organisme de droit privé, le recours s’exerce selon "
      + "les voies du règlement de certification.",
    "You may ask the certifier, at the address above, to reconsider within two months of the day this "
      + "letter is given to you, and then go before the competent court. That time limit is the common "
      + "one for an administrative decision (Code de justice administrative, article R. 421-1); where the "
      + "certifier is a private body, recourse follows the rules of certification.")
}
