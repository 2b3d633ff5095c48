// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
  // A fold called across modules is many times slower without it.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let package = Package(
  name: "acquis",
  targets: [
    .target(name: "Events", path: "Events", swiftSettings: settings),
    .target(
      name: "Projections", dependencies: ["Events"], path: "Projections", swiftSettings: settings),
    .target(name: "CanonicalJSON", dependencies: ["Events"], swiftSettings: settings),
    .target(name: "Catalogue", dependencies: ["Events"], swiftSettings: settings),
    .target(
      name: "Demonstration", dependencies: ["Events", "CanonicalJSON", "Catalogue"],
      swiftSettings: settings),
    .target(
      name: "Answers", dependencies: ["Events", "Projections", "CanonicalJSON"],
      swiftSettings: settings),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "Cryptography", dependencies: ["CCrypto"], swiftSettings: settings),
    .target(name: "Merkle", dependencies: ["Cryptography"], swiftSettings: settings),
    .target(
      name: "EventLog", dependencies: ["Events", "CanonicalJSON", "Cryptography", "Merkle"],
      swiftSettings: settings),
  ]
)
