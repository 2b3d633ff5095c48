internal import AcquisLedger
internal import Events
internal import Projections

// What each status means, after its own text.

extension CaseIterable where Self: RawRepresentable<String> & TextConvertible {
  /// Each case: in French its text, in English the word of JSON and the text.
  fileprivate static func words(_ meaning: (Self) -> Text?) -> [ClosedList.Word] {
    allCases.map { word in
      let more = meaning(word)
      let isSame = word.text.english.lowercased() == word.rawValue.lowercased()
      let english = [isSame ? nil : word.text.english, more?.english].compactMap(\.self)
        .joined(separator: ": ")
      return ClosedList.Word(
        value: word.rawValue, shown: Text(word.text.french, word.rawValue),
        explanation: english.isEmpty && more == nil ? nil : Text(more?.french ?? "", english))
    }
  }
}

extension CandidacyStatus {
  static var explained: [ClosedList.Word] {
    words { status in
      switch status {
      case .revoked:
        Text("elle a été délivrée, puis révoquée", "it was awarded, then revoked")
      case .certified: Text("la certification est délivrée", "the certification is awarded")
      case .continued:
        Text("une candidature plus récente la complète", "a later candidacy completes it")
      case .withdrawn: Text("et pas rouverte depuis", "and not reopened since")
      case .inadmissible: Text("à la VAE", "to VAE")
      case .awardPending:
        Text("il ne reste qu’à la délivrer", "every block is held, the award is to be made")
      case .partiallyCertified:
        Text("un bloc au moins est acquis, le délai court", "a block at least is held, in time")
      case .lapsed:
        Text(
          "il manque un bloc, le dernier jour est passé ; les blocs acquis restent",
          "a block is missing and the last day is past; blocks held stay held")
      case .awaitingJury: Text("convoqué, sans décision encore", "summoned, not decided yet")
      case .refused: Text("aucun bloc n’est acquis", "no block is held")
      case .inPreparation:
        Text(
          "en formation, un dossier déposé ou une compétence évaluée",
          "in training, a dossier handed in or a competency assessed")
      case .admissible: Text("à la VAE, par décision ou par silence", "to VAE, decided or tacit")
      case .enrolled: Text("rien d’autre encore", "nothing else yet")
      }
    }
  }
}

extension BlockStatus {
  static var explained: [ClosedList.Word] {
    words { status in
      switch status {
      case .missing: Text("rien n’en est dit", "nothing is in force")
      case .assessed:
        Text("une compétence au moins est acquise", "a competency at least is acquired")
      case .refused: Text("par un jury", "by a jury")
      case .validated: Text("par un jury : acquis", "by a jury: held")
      case .recognised:
        Text("validé auparavant ou ailleurs : acquis", "validated before or elsewhere: held")
      case .expired: Text("sa durée de validité est passée", "its validity has ended")
      case .revoked: Text("il n’est plus acquis", "no longer held")
      }
    }
  }
}

extension CompletionWindow.Status {
  static var explained: [ClosedList.Word] {
    words { status in
      switch status {
      case .none: Text("aucun bloc n’est acquis", "no block is held")
      case .open:
        Text("les blocs manquants peuvent être validés", "missing blocks may be validated")
      case .completed: Text("tous les blocs sont acquis", "every block is held")
      case .lapsed: Text("le dernier jour est passé", "the last day is past")
      }
    }
  }
}

extension JuryStatus {
  static var explained: [ClosedList.Word] {
    words { status in
      switch status {
      case .convened: Text("il n’a pas encore siégé", "it has not sat yet")
      case .held: Text("le procès-verbal n’est pas signé", "the minutes are not signed")
      case .deliberated: Text("le procès-verbal est signé", "the minutes are signed")
      case .cancelled: nil
      case .annulled: Text("ses décisions ne comptent plus", "its decisions count no more")
      }
    }
  }
}

extension JuryCandidacy.Outcome {
  static var explained: [ClosedList.Word] {
    words { outcome in
      switch outcome {
      case .summoned: Text("le jury n’a pas encore décidé", "the jury has not decided yet")
      case .withdrawn: nil
      case .absent: Text("le jury n’a pas décidé", "the jury did not decide")
      case .decided: Text("le jury a décidé", "the jury decided")
      }
    }
  }
}

extension BlockDecision.Fate {
  static var explained: [ClosedList.Word] {
    words { fate in
      switch fate {
      case .stands, .upheld: nil
      case .appealed: Text("elle compte en attendant", "it counts meanwhile")
      case .revoked: Text("elle ne compte plus", "it counts no more")
      case .fallen:
        Text("comme si elle n’avait pas été prise", "as if it had never been made")
      }
    }
  }
}

extension DeclarationAnswer {
  static var explained: [ClosedList.Word] { words { _ in nil } }
}

extension Deadline.Kind {
  static var explained: [ClosedList.Word] {
    words { kind in
      switch kind {
      case .completionWindow:
        Text("les blocs manquants d’une candidature", "the missing blocks of a candidacy")
      case .admissibility: Text("son dernier jour", "its last day")
      case .registration: Text("le dernier jour des inscriptions", "the last enrolments")
      case .lastDelivery: Text("d’une certification", "the last awards of a certification")
      case .declaration:
        Text("à faire accepter dans les trois mois", "to be accepted within three months")
      case .admissibilityDecision:
        Text("deux mois, puis le silence vaut accord", "two months, then silence admits")
      case .session: Text("après le dossier de VAE", "after the VAE dossier")
      case .notification: Text("après la session", "after the session")
      case .surveySixMonths, .surveyTwoYears: Text("après la délivrance", "after the award")
      }
    }
  }
}
