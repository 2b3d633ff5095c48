internal import Events
internal import Spelling

extension Pathway {
  /// The pathway that a wording of the column `Si_Jury` means, in any case and with or without accents;
  /// nil for one that means none or several, or denies one.
  init?(wording: String) {
    let words = FoldedName(wording).words
    guard !words.contains("non"), !words.contains("pas"), !words.contains("sans") else {
      return nil
    }
    let meant = Pathway.allCases.filter { pathway in
      words.contains { word in pathway.stems.contains { word.hasPrefix($0) } }
    }
    guard meant.count == 1, let only = meant.first else { return nil }
    self = only
  }

  /// How a word begins that only its wording has.
  private var stems: [String] {
    switch self {
    case .student: ["eleve", "etudiant", "scolaire"]
    case .apprenticeship: ["apprenti"]
    case .continuingTraining: ["continue"]
    case .professionalisation: ["professionnalisation"]
    case .individual: ["individuel", "libre"]
    case .experience: ["experience", "vae"]
    }
  }
}
