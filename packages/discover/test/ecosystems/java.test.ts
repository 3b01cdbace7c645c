/** Maven and Gradle: what both say of Java packages joins by the same coordinates. */
import { expect, test } from "vitest";
import { consumesOf, discover, problemsOf, providesOf, unitAt, unitsOf } from "./discover.ts";

const PARENT = `<?xml version="1.0"?>
<!-- the parent -->
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <groupId>com.acme</groupId>
  <artifactId>acme-parent</artifactId>
  <version>\${revision}</version>
  <packaging>pom</packaging>
  <properties><revision>1.2.0</revision><guava>33.0</guava></properties>
  <modules><module>core</module><module>gone</module></modules>
  <developers><developer><name>Ann</name><email>ann@acme.example</email></developer></developers>
  <dependencyManagement><dependencies>
    <dependency><groupId>junit</groupId><artifactId>junit</artifactId><version>4.13</version></dependency>
  </dependencies></dependencyManagement>
</project>`;
const CORE = `<project>
  <parent><groupId>com.acme</groupId><artifactId>acme-parent</artifactId><version>1.2.0</version></parent>
  <artifactId>acme-core</artifactId>
  <description>The core.</description>
  <dependencies>
    <dependency><groupId>com.google.guava</groupId><artifactId>guava</artifactId><version>\${guava}</version></dependency>
    <dependency><groupId>junit</groupId><artifactId>junit</artifactId><scope>test</scope></dependency>
    <dependency><groupId>\${project.groupId}</groupId><artifactId>acme-extra</artifactId><version>\${project.version}</version><optional>true</optional></dependency>
    <dependency><groupId>\${unknown}</groupId><artifactId>x</artifactId></dependency>
  </dependencies>
</project>`;

test("maven: coordinates, versions and properties are inherited", async () => {
  const found = await discover({ "pom.xml": PARENT, "core/pom.xml": CORE });
  const core = unitAt(found, "core");
  expect(core).toMatchObject({ name: "acme-core", version: "1.2.0", published: true });
  expect(providesOf(core)).toEqual(["pkg:maven/com.acme/acme-core"]);
  expect(consumesOf(core)).toEqual([
    "pkg:maven/com.acme/acme-extra optional 1.2.0 @8",
    "pkg:maven/com.acme/acme-parent build 1.2.0 @2",
    "pkg:maven/com.google.guava/guava runtime 33.0 @6",
    "pkg:maven/junit/junit test 4.13 @7",
  ]);
  expect(unitAt(found, "")).toMatchObject({ version: "1.2.0" });
  expect(problemsOf(found)).toEqual([]);
});

test("maven: broken XML is a problem, entities are not expanded", async () => {
  const bomb = `<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><project><artifactId>&b;</artifactId></project>`;
  const found = await discover({ "pom.xml": "<project><artifactId>a</project>", "b/pom.xml": bomb });
  expect(unitsOf(found)).toEqual([". folder source shop"]);
  expect(problemsOf(found).every((one) => one.startsWith("error maven/invalid-xml"))).toBe(true);
  expect(problemsOf(found).length).toBe(2);
});

test("gradle: what is written down literally", async () => {
  const found = await discover({
    "settings.gradle.kts": 'rootProject.name = "shop"\ninclude(":core", ":libs:util")\n',
    "build.gradle.kts": 'group = "com.acme"\nversion = "2.0"\n',
    "core/build.gradle": `// implementation 'com.acme:old:1'
dependencies {
  api project(':libs:util')
  implementation "com.google.guava:guava:33.0"
  implementation libs.jackson
  implementation "com.acme:x:$version"
  testImplementation('junit:junit:4.13') { exclude group: 'org.hamcrest' }
  compileOnly(platform("com.acme:bom:1.0"))
}
`,
    "libs/util/build.gradle.kts": "plugins { `java-library` }\n",
  });
  expect(unitsOf(found)).toEqual([
    ". package source shop",
    "core package source core",
    "libs/util package source util",
  ]);
  expect(providesOf(unitAt(found, "libs/util"))).toEqual(["pkg:maven/com.acme/util"]);
  expect(consumesOf(unitAt(found, "core"))).toEqual([
    "pkg:maven/com.acme/bom build 1.0 @8",
    "pkg:maven/com.acme/util runtime @3",
    "pkg:maven/com.google.guava/guava runtime 33.0 @4",
    "pkg:maven/junit/junit test 4.13 @7",
  ]);
  expect(unitAt(found, "core").version).toBe("2.0");
});

test("gradle: without a group a project is its place", async () => {
  const found = await discover({ "build.gradle": "apply plugin: 'java'\n" });
  expect(providesOf(unitAt(found, ""))).toContain("unit:github.com/acme/shop");
});

const plugin = (inherited: string) =>
  `<build><plugins><plugin><artifactId>central-publishing-maven-plugin</artifactId>${inherited}</plugin></plugins></build>`;
const pom = (artifact: string, rest: string) =>
  `<project><groupId>com.acme</groupId><artifactId>${artifact}</artifactId><version>1.0.0</version>${rest}</project>`;

test("a module whose parent keeps deploying to itself is published where it deploys itself", async () => {
  const parent = "<parent><groupId>com.acme</groupId><artifactId>all</artifactId><version>1.0.0</version></parent>";
  const { units } = await discover({
    "pom.xml": pom("all", plugin("<inherited>false</inherited>")),
    "lamp/pom.xml": pom("lamp", parent + plugin("")),
    "extras/pom.xml": pom("extras", parent),
  });
  expect(Object.fromEntries(units.map(({ name, published }) => [name, published]))).toMatchObject({
    all: true,
    lamp: true,
    extras: false,
  });
});
