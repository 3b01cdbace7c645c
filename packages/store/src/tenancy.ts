/**
 * Why no query can forget its organisation: nobody writes it. A scope's database has no `org` column in
 * its types; this plugin adds `org = …` to every table that a statement reads, joins, updates or deletes
 * from, and writes it into every row that is inserted, in subqueries too.
 *
 * Only raw statements are outside its sight; they name `scope.org` themselves, and a test reads them.
 */
import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  type DeleteQueryNode,
  IdentifierNode,
  type InsertQueryNode,
  JoinNode,
  type KyselyPlugin,
  OnConflictNode,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  PrimitiveValueListNode,
  type QueryId,
  ReferenceNode,
  type SelectQueryNode,
  TableNode,
  type UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  WhereNode,
} from "kysely";

/** Tables without an organisation; every other one belongs to one. */
const SHARED: ReadonlySet<string> = new Set(["organisation", "migration", "key_space", "setting"]);

export class TenancyPlugin implements KyselyPlugin {
  readonly #transformer: TenancyTransformer;

  constructor(org: number) {
    this.#transformer = new TenancyTransformer(org);
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs) {
    return this.#transformer.transformNode(node, queryId);
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result;
  }
}

class TenancyTransformer extends OperationNodeTransformer {
  readonly #org: number;

  constructor(org: number) {
    super();
    this.#org = org;
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId: QueryId): SelectQueryNode {
    const done = super.transformSelectQuery(node, queryId);
    return withWhere(done, this.#conditions(done.from?.froms ?? []));
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, queryId: QueryId): UpdateQueryNode {
    const done = super.transformUpdateQuery(node, queryId);
    const tables = [...(done.table === undefined ? [] : [done.table]), ...(done.from?.froms ?? [])];
    return withWhere(done, this.#conditions(tables));
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, queryId: QueryId): DeleteQueryNode {
    const done = super.transformDeleteQuery(node, queryId);
    return withWhere(done, this.#conditions([...done.from.froms, ...(done.using?.tables ?? [])]));
  }

  protected override transformJoin(node: JoinNode, queryId: QueryId): JoinNode {
    const done = super.transformJoin(node, queryId);
    return this.#conditions([done.table]).reduce<JoinNode>(
      (join, condition) => JoinNode.cloneWithOn(join, condition),
      done,
    );
  }

  protected override transformInsertQuery(node: InsertQueryNode, queryId: QueryId): InsertQueryNode {
    const done = super.transformInsertQuery(node, queryId);
    if (done.into === undefined || ownedName(done.into) === undefined) return done;
    if (done.values === undefined || !ValuesNode.is(done.values)) {
      throw new TypeError(
        "insert into a table of an organisation takes values; write `insert … select` as a raw statement",
      );
    }
    return {
      ...done,
      columns: [...(done.columns ?? []), ColumnNode.create("org")],
      values: ValuesNode.create(done.values.values.map((row) => this.#withOrganisation(row))),
      ...(done.onConflict?.columns === undefined
        ? {}
        : {
            onConflict: OnConflictNode.cloneWith(done.onConflict, {
              columns: [ColumnNode.create("org"), ...done.onConflict.columns],
            }),
          }),
    };
  }

  #withOrganisation(row: ValueListNode | PrimitiveValueListNode): ValueListNode | PrimitiveValueListNode {
    if (PrimitiveValueListNode.is(row)) return PrimitiveValueListNode.create([...row.values, this.#org]);
    return ValueListNode.create([...row.values, ValueNode.create(this.#org)]);
  }

  #conditions(tables: readonly OperationNode[]): OperationNode[] {
    return tables.flatMap((table) => {
      const name = ownedName(table);
      return name === undefined ? [] : [this.#isOurs(name)];
    });
  }

  #isOurs(table: string): OperationNode {
    return BinaryOperationNode.create(
      ReferenceNode.create(ColumnNode.create("org"), TableNode.create(table)),
      OperatorNode.create("="),
      ValueNode.create(this.#org),
    );
  }
}

/** The name by which the statement calls the table; undefined for subqueries, expressions and shared tables. */
function ownedName(node: OperationNode): string | undefined {
  if (AliasNode.is(node)) {
    if (!TableNode.is(node.node) || ownedName(node.node) === undefined) return undefined;
    return IdentifierNode.is(node.alias) ? node.alias.name : undefined;
  }
  if (!TableNode.is(node)) return undefined;
  const { name } = node.table.identifier;
  return SHARED.has(name) ? undefined : name;
}

function withWhere<Node extends { readonly where?: WhereNode }>(
  node: Node,
  conditions: readonly OperationNode[],
): Node {
  const [first, ...others] = conditions;
  if (first === undefined) return node;
  const all = others.reduce((left, right) => AndNode.create(left, right), first);
  const where = node.where === undefined ? WhereNode.create(all) : WhereNode.cloneWithOperation(node.where, "And", all);
  return { ...node, where };
}
