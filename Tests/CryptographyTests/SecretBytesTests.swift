import Cryptography
import Testing

@Suite struct SecretBytesTests {
  @Test func `random bytes are as many as asked for and never twice the same`() throws {
    #expect(try randomBytes(24).count == 24)
    #expect(try randomBytes(24) != randomBytes(24))
    let first = try SecretBytes(randomCount: 32)
    let second = try SecretBytes(randomCount: 32)
    #expect(first.count == 32)
    #expect(first.withBytes { Array($0) } != second.withBytes { Array($0) })
  }

  @Test func `joined secrets come apart again`() {
    let joined = SecretBytes(
      joining: SecretBytes(copying: [1, 2, 3]), SecretBytes(copying: [4, 5]))
    #expect(joined.withBytes { Array($0) } == [1, 2, 3, 4, 5])
    #expect(joined.part(0..<3).withBytes { Array($0) } == [1, 2, 3])
    #expect(joined.part(3..<5).withBytes { Array($0) } == [4, 5])
  }
}
