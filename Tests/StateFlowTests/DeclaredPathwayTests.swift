import Events
import StateFlow
import Testing

@Test func `every pathway has its word in the flow, and no two the same`() {
  #expect(Set(Pathway.allCases.map(\.inFlow)).count == Pathway.allCases.count)
}
