internal import Events

extension EditionNote {
  static let ruleChanges = [
    Change(
      Text(
        "R01 se juge aussi au changement de voie et à la délivrance ; R02 connaît la suspension de l’enregistrement ; R22 compte les versions d’une certification comme une seule, et ne juge une réouverture que si la candidature redeviendrait active.",
        "R01 is judged on a change of pathway and at the award too; R02 knows the suspension of a registration; R22 counts the versions of a certification as one, and judges a reopening only where the candidacy would be live."
      ),
      for: Text(
        "qui complète sur un titre déclaré, qui rouvre une candidature dont le délai est écoulé.",
        "who completes on a claim, who reopens a candidacy whose window has lapsed.")),
    Change(
      Text(
        "R03 et R13 regardent la séance de la décision, jour par jour ; R05 veut une inscription et une convocation au plus tard le jour de la session ; R24 tient ensemble les actes d’une session. Un jury repris sans composition est signalé une seule fois.",
        "R03 and R13 look at the sitting of the decision, day by day; R05 asks for an enrolment and a summons by the session's day; R24 holds the papers of one session together. A jury imported without its composition is reported once."
      ),
      for: Text(
        "les jurys de plusieurs jours, les convocations faites après coup, les reprises d’historique.",
        "juries of several days, summonses made afterwards, imported histories.")),
    Change(
      Text(
        "R07 juge aussi les reconnaissances ; R16 refuse une source qui ne compte plus, ou sous une certification révoquée, et connaît l’équivalence ; R25 borne les prolongations du délai.",
        "R07 judges recognitions too; R16 refuses a source that no longer counts, or under a revoked award, and knows equivalences; R25 bounds the extensions of a window."
      ),
      for: Text(
        "les reconnaissances après la fin du délai, ou tirées d’une certification révoquée.",
        "recognitions after the end of the window, or taken from a revoked award.")),
    Change(
      Text(
        "R12 veut une décision favorable en cours de validité le jour même de la session : une décision postérieure à la session ne suffit plus.",
        "R12 asks for a favourable decision valid on the session's own day: one made after the session is no longer enough."
      ),
      for: Text(
        "la VAE.",
        "VAE.")),
    Change(
      Text(
        "R10 accepte les étapes de la sélection dans tout ordre avant la formation ; R18 ne demande pas d’heures à qui n’a pas de public.",
        "R10 accepts the steps of the selection in any order before the training; R18 asks no hours of who has no public."
      ),
      for: Text(
        "les demandeurs d’emploi de 3474, les candidats libres.",
        "job seekers on 3474, free candidates.")),
    Change(
      Text(
        "R14 permet les numéros tels qu’ils sont imprimés (jusqu’à 64 caractères), les compare sans la casse, et connaît le duplicata.",
        "R14 allows numbers as they are printed (up to 64 characters), compares them without case, and knows duplicates."
      ),
      for: Text(
        "deux numéros qui ne diffèrent que par la casse.",
        "two numbers that differ by case alone.")),
    Change(
      Text(
        "R21 ne porte que sur les délivrances faites depuis le 1er juillet 2021 ; R26 signale un titulaire qui n’est pas enregistré, et qu’on ne peut donc déclarer.",
        "R21 is about awards made from 2021-07-01 on; R26 reports a holder who is not registered, and cannot be declared."
      ),
      for: Text(
        "les délivrances anciennes, dont le constat disparaît ; les titulaires sans identité.",
        "old awards, whose finding disappears; holders without an identity.")),
    Change(
      Text(
        "R23 : une déclaration ou une enquête suit une délivrance en vigueur, une réponse suit le dépôt de son flux.",
        "R23: a declaration or a survey follows an award in force, an answer follows the deposit of its flow."
      ),
      for: Text(
        "les réponses de la Caisse des Dépôts dont le dépôt n’a pas été enregistré.",
        "answers of the Caisse des Dépôts whose deposit was not recorded.")),
    Change(
      Text(
        "R27, R28 et R29 signalent les délais légaux de la VAE au RNCP depuis 2024 : session dans les trois mois, résultat dans les quinze jours, un dossier par année civile.",
        "R27, R28 and R29 report the legal deadlines of VAE at the RNCP since 2024: session within three months, result within fifteen days, one dossier a calendar year."
      ),
      for: Text(
        "les candidatures de VAE au RNCP.",
        "VAE candidacies at the RNCP.")),
    Change(
      Text(
        "R30 signale un bloc reconnu dont la source n’est plus en vigueur ; R31, pour information, une décision prise plus de deux mois après la session.",
        "R30 reports a recognised block whose source is no longer in force; R31, a notice, a decision made more than two months after the session."
      ),
      for: Text(
        "les reconnaissances anciennes ; les décisions tardives.",
        "earlier recognitions; late decisions.")),
  ]

  static let listChanges = [
    Change(
      Text(
        "Un constat a une gravité : manquement, ou pour information (R19, R31). `findings` les regroupe par cause, avec la personne et ce qu’il faut ; --each en donne un par ligne ; le JSON garde un objet par constat, avec `weight`, `remedy`, `candidacy` et `candidate`, les manquements d’abord.",
        "A finding has a weight: breach, or notice (R19, R31). `findings` groups them by cause, with the person and what is needed; --each prints one a line; the JSON keeps an object for each finding, with `weight`, `remedy`, `candidacy` and `candidate`, breaches first."
      ),
      for: Text(
        "qui lisait la première ligne comme la plus ancienne.",
        "who read the first line as the oldest.")),
    Change(
      Text(
        "`windows` ne liste que la dernière candidature d’une suite, quel que soit son état ; `deadlines` liste les mêmes délais, puis décisions, sessions et résultats de VAE, déclarations et enquêtes ; ce qui est passé et pas encore fait vient à part, par --past.",
        "`windows` lists the last candidacy of a chain only, whatever its status; `deadlines` lists the same windows, and decisions, sessions and results of VAE, declarations and surveys; what is past and not done yet is apart, by --past."
      ),
      for: Text(
        "qui comptait les déclarations en retard dans `deadlines`.",
        "who counted overdue declarations in `deadlines`.")),
    Change(
      Text(
        "`candidates --declaration` prend none, deposited, accepted, rejected ou late (et non plus due, declared, overdue).",
        "`candidates --declaration` takes none, deposited, accepted, rejected or late (no longer due, declared, overdue)."
      ),
      for: Text(
        "les commandes enregistrées dans un fichier.",
        "commands kept in a script.")),
    Change(
      Text(
        "`statistics` a une ligne par année, sans trou, les chiffres publiés à côté des calculés, et le nombre de réponses de chaque taux.",
        "`statistics` has a line for each year without a gap, the published figures beside the computed ones, and the number of answers behind each rate."
      ),
      for: Text(
        "qui prenait l’absence d’une année pour l’absence de chiffres.",
        "who took a missing year for missing figures.")),
  ]
}
