internal import Events

extension EditionNote {
  static let stateChanges = [
    Change(
      Text(
        "Recevabilité tacite : en VAE au RNCP, un dossier déposé depuis le 1er janvier 2024 et resté deux mois sans décision rend recevable (`tacit`).",
        "Tacit admissibility: for VAE at the RNCP, a dossier submitted from 2024-01-01 on and left two months without a decision makes admissible (`tacit`)."
      ),
      for: Text(
        "les candidatures de VAE qui étaient dites inscrites, et celles dont R12 refusait la convocation.",
        "VAE candidacies that were said to be enrolled, and those whose summons R12 refused.")),
    Change(
      Text(
        "Une décision de recevabilité ne compte que sur la voie de la VAE.",
        "A decision on admissibility counts on the VAE pathway alone."),
      for: Text(
        "un apprenti ou un stagiaire déclaré non recevable, qui ne l’est plus.",
        "an apprentice or a trainee declared inadmissible, who no longer is.")),
    Change(
      Text(
        "La voie peut changer en cours de candidature (PathwayChanged) ; les compétences évaluées restent, et les statistiques comptent par la voie du jour de la délivrance.",
        "The pathway may change within a candidacy (PathwayChanged); competencies assessed remain, and statistics count by the pathway of the award's day."
      ),
      for: Text(
        "les contrats rompus, qui obligeaient à une nouvelle inscription.",
        "broken contracts, which took a new enrolment.")),
    Change(
      Text(
        "La validité d’un bloc reconnu court depuis la première validation dont il vient, telle qu’elle était à la reconnaissance ; la révocation de cette source ne la déplace plus, elle est signalée (R30).",
        "The validity of a recognised block runs from the first validation it comes from, as that was when recognised; a revocation of this source no longer moves it, it is reported (R30)."
      ),
      for: Text(
        "les blocs reconnus là où leur validité est limitée : un bloc expiré ne redevient pas acquis.",
        "recognised blocks whose validity is limited: an expired block is not held again.")),
    Change(
      Text(
        "Une candidature peut compléter celle d’une version antérieure (`completes`) : blocs et délai se poursuivent par les correspondances déclarées. Une révocation de la certification peut nommer les blocs révoqués avec elle.",
        "A candidacy may complete one of an earlier version (`completes`): blocks and window go on by the declared correspondences. A revocation of the certification may name the blocks revoked with it."
      ),
      for: Text(
        "qui poursuit sous un nouveau code, et qui a vu sa certification révoquée pour fraude.",
        "who goes on under a new code, and who had a certification revoked for fraud.")),
    Change(
      Text(
        "Un jury peut siéger plusieurs jours (`sessionTo`), et être annulé après avoir siégé (JuryAnnulled) : ses décisions ne comptent plus. L’envoi du résultat (ResultNotified) et une recommandation (JuryRecommended) s’enregistrent.",
        "A jury may sit on several days (`sessionTo`), and be annulled after it sat (JuryAnnulled): its decisions count no more. The sending of a result (ResultNotified) and a recommendation (JuryRecommended) can be recorded."
      ),
      for: Text(
        "les sessions de plusieurs jours, où la présence du second jour remplaçait celle du premier.",
        "sessions of several days, where the presence of the second day replaced that of the first."
      )),
    Change(
      Text(
        "Déclaration à la Caisse des Dépôts : la réponse et le retard se lisent séparément (`declaration`). Rien n’est dû pour une délivrance d’avant le 1er juillet 2021. Une acceptation vaut jusqu’au rejet du même flux.",
        "Declaration to the Caisse des Dépôts: the answer and the lateness are read apart (`declaration`). Nothing is owed for an award before 2021-07-01. An acceptance lasts until the same flow is rejected."
      ),
      for: Text(
        "les délivrances anciennes, qui étaient dites en retard, et les rejets, que le retard cachait.",
        "old awards, which were said to be overdue, and rejections, which the delay hid.")),
    Change(
      Text(
        "Un décès enregistré (CandidateDeceased) met fin à ce qui est dû, aux échéances et aux enquêtes.",
        "A recorded death (CandidateDeceased) ends what is owed, the deadlines and the surveys."),
      for: Text(
        "les personnes décédées.",
        "persons who died.")),
    Change(
      Text(
        "`status` dit d’où vient chaque bloc reconnu (`source`), ce qui est à revoir (`toReview`) et tous les certificats, partiels compris (`certificates`).",
        "`status` says where each recognised block comes from (`source`), what is to be reviewed (`toReview`) and every certificate, partial ones too (`certificates`)."
      ),
      for: Text(
        "les programmes qui lisent ce JSON.",
        "programs that read this JSON.")),
  ]
}
