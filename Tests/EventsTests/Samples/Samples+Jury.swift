internal import Events

extension Samples {
  static func jury() throws -> [Sample] {
    [
      Sample(
        .juryConvened(
          JuryConvened(
            jury: try id("J-2021-02"), certification: try id("3474"),
            sessionOn: try day("2021-06-17"), mode: .mixed, place: try text("Salle 3 😀"),
            members: try list(try member(), try plainMember()))),
        minimal: .juryConvened(
          JuryConvened(
            jury: try id("J-2021-02"), certification: try id("3474"),
            sessionOn: try day("2021-06-17"), mode: .onSite, members: try list(try plainMember()))),
        widened: .juryConvened(
          JuryConvened(
            jury: try id("J-2021-02"), certification: try id("3474"),
            sessionOn: try day("2021-06-17"), sessionTo: try day("2021-06-18"), mode: .written,
            place: try text("Salle 3 😀"), members: try list(try member(), try plainMember()))),
        reduced: .juryConvened(
          JuryConvened(
            jury: try id("J-2021-02"), certification: try id("3474"),
            sessionOn: try day("2021-06-17"), mode: .onSite, members: nil))
      ),
      Sample(
        .juryRescheduled(
          JuryRescheduled(jury: try id("J-2021-02"), sessionOn: try day("2021-07-01"))),
        widened: .juryRescheduled(
          JuryRescheduled(
            jury: try id("J-2021-02"), sessionOn: try day("2021-07-01"),
            sessionTo: try day("2021-07-02")))),
      Sample(
        .juryCancelled(
          JuryCancelled(jury: try id("J-2021-02"), grounds: try text("Salle inondée"))),
        minimal: .juryCancelled(JuryCancelled(jury: try id("J-2021-02")))),
      Sample(
        .juryAnnulled(
          JuryAnnulled(jury: try id("J-2021-02"), grounds: try text("Composition irrégulière"))),
        minimal: .juryAnnulled(JuryAnnulled(jury: try id("J-2021-02")))),
      Sample(
        .juryMemberAdded(JuryMemberAdded(jury: try id("J-2021-02"), by: try member())),
        minimal: .juryMemberAdded(
          JuryMemberAdded(jury: try id("J-2021-02"), by: try plainMember()))),
      Sample(
        .juryMemberReplaced(
          JuryMemberReplaced(
            jury: try id("J-2021-02"), member: try id("M-9"), by: try member())),
        minimal: .juryMemberReplaced(
          JuryMemberReplaced(
            jury: try id("J-2021-02"), member: try id("M-9"), by: try plainMember()))),
      Sample(
        .juryMemberRecused(
          JuryMemberRecused(
            jury: try id("J-2021-02"), member: try id("M-4"), candidacy: try id("D-2021-004")))),
      Sample(
        .juryHeld(
          JuryHeld(jury: try id("J-2021-02"), present: try list(try id("M-4"), try id("M-5")))),
        reduced: .juryHeld(JuryHeld(jury: try id("J-2021-02"), present: nil))),
      Sample(
        .juryDeliberated(
          JuryDeliberated(jury: try id("J-2021-02"), minutes: try text("PV\\2021\\02")))),
    ]
  }

  private static func member() throws -> JuryMember {
    JuryMember(
      member: try id("M-4"), role: .president, name: try sealed("M-4.1"),
      organisation: try text("Bailleur & Cie"))
  }

  private static func plainMember() throws -> JuryMember {
    JuryMember(member: try id("M-5"), role: .humanResources)
  }
}
