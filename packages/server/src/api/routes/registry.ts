/** Every route over the store, one line each, in the order that the reference lists them. */
import { findInvitationRoute } from "./accounts/find-invitation.ts";
import { getSessionRoute } from "./accounts/get-session.ts";
import { joinRoute } from "./accounts/join.ts";
import { beginUploadRoute } from "./begin-upload.ts";
import { cancelJobRoute } from "./jobs/cancel-job.ts";
import { changeSourceRoute } from "./sources/change-source.ts";
import { correctProductRoute } from "./correct-product.ts";
import { createSourceRoute } from "./sources/create-source.ts";
import { findPathRoute } from "./find-path.ts";
import { createGroupRoute } from "./create-group.ts";
import { finishUploadRoute } from "./finish-upload.ts";
import { getCapabilitiesRoute } from "./get-capabilities.ts";
import { getComparisonRoute } from "./get-comparison.ts";
import { getFacetsRoute } from "./get-facets.ts";
import { getJobRoute } from "./jobs/get-job.ts";
import { getGraphRoute } from "./get-graph.ts";
import { getPastProductRoute } from "./get-past-product.ts";
import { getGroupRoute } from "./get-group.ts";
import { getPersonRoute } from "./get-person.ts";
import { getPlaneRoute } from "./get-plane.ts";
import { getProductRoute } from "./get-product.ts";
import { getRepositoryFacetRoute } from "./get-repository-facet.ts";
import { getRepositoryRoute } from "./get-repository.ts";
import { getSourceRoute } from "./sources/get-source.ts";
import { getSummaryRoute } from "./get-summary.ts";
import { getUnitRoute } from "./get-unit.ts";
import { getUploadRoute } from "./get-upload.ts";
import { listenRoute } from "./listen.ts";
import { listCandidatesRoute } from "./list-candidates.ts";
import { listChangesRoute } from "./list-changes.ts";
import { listCorrectionsRoute } from "./list-corrections.ts";
import { listCyclesRoute } from "./list-cycles.ts";
import { listElementsRoute } from "./list-elements.ts";
import { listJobsRoute } from "./jobs/list-jobs.ts";
import { listFindingsRoute } from "./list-findings.ts";
import { listGroupsRoute } from "./list-groups.ts";
import { listOrganisationsRoute } from "./list-organisations.ts";
import { listPastProductsRoute } from "./list-past-products.ts";
import { listPeopleRoute } from "./list-people.ts";
import { listProductsRoute } from "./list-products.ts";
import { listRepositoriesRoute } from "./list-repositories.ts";
import { listSnapshotsRoute } from "./list-snapshots.ts";
import { listSourceRepositoriesRoute } from "./sources/list-source-repositories.ts";
import { listSourcesRoute } from "./sources/list-sources.ts";
import { listSuggestionsRoute } from "./list-suggestions.ts";
import { productAssessmentRoute } from "./product-assessment.ts";
import { productDependenciesRoute } from "./product-dependencies.ts";
import { productDependentsRoute } from "./product-dependents.ts";
import { productDetailRoute } from "./product-detail.ts";
import { productDraftsRoute } from "./product-drafts.ts";
import { productFindingsRoute } from "./product-findings.ts";
import { productInterfaceRoute } from "./product-interface.ts";
import { productInterfacesRoute } from "./product-interfaces.ts";
import { productNeighbourhoodRoute } from "./product-neighbourhood.ts";
import { productReachRoute } from "./product-reach.ts";
import { productUnitsRoute } from "./product-units.ts";
import { productUsesRoute } from "./product-uses.ts";
import { pushSnapshotRoute } from "./push-snapshot.ts";
import { putUploadPartRoute } from "./put-upload-part.ts";
import { removeSourceRoute } from "./sources/remove-source.ts";
import { removeGroupRoute } from "./remove-group.ts";
import { removeUploadRoute } from "./remove-upload.ts";
import { retryJobRoute } from "./jobs/retry-job.ts";
import { searchRoute } from "./search.ts";
import { syncSourceRepositoryRoute } from "./sources/sync-source-repository.ts";
import { syncSourceRoute } from "./sources/sync-source.ts";
import { setGroupMembersRoute } from "./set-group-members.ts";
import { suggestedCommitRoute } from "./suggested-commit.ts";
import { undoCorrectionRoute } from "./undo-correction.ts";
import { changeMemberRoute } from "./accounts/change-member.ts";
import { createInvitationRoute } from "./accounts/create-invitation.ts";
import { createTokenRoute } from "./accounts/create-token.ts";
import { endMemberSessionsRoute } from "./accounts/end-member-sessions.ts";
import { endOtherSessionsRoute } from "./accounts/end-other-sessions.ts";
import { endSessionRoute } from "./accounts/end-session.ts";
import { listInvitationsRoute } from "./accounts/list-invitations.ts";
import { listMembersRoute } from "./accounts/list-members.ts";
import { listSessionsRoute } from "./accounts/list-sessions.ts";
import { listTokensRoute } from "./accounts/list-tokens.ts";
import { removeMemberRoute } from "./accounts/remove-member.ts";
import { revokeInvitationRoute } from "./accounts/revoke-invitation.ts";
import { revokeTokenRoute } from "./accounts/revoke-token.ts";
import { listWebhooksRoute } from "./webhooks/list-webhooks.ts";
import { createWebhookRoute } from "./webhooks/create-webhook.ts";
import { changeWebhookRoute } from "./webhooks/change-webhook.ts";
import { rotateWebhookSecretRoute } from "./webhooks/rotate-webhook-secret.ts";
import { testWebhookRoute } from "./webhooks/test-webhook.ts";
import { removeWebhookRoute } from "./webhooks/remove-webhook.ts";
import { listDeliveriesRoute } from "./webhooks/list-deliveries.ts";
import { replayDeliveryRoute } from "./webhooks/replay-delivery.ts";
import { atomFeedRoute } from "./feeds/atom-feed.ts";
import { jsonFeedRoute } from "./feeds/json-feed.ts";
import { productRightsRoute } from "./product-rights.ts";
import { subscribeRoute } from "./subscribe.ts";
import { unsubscribeRoute } from "./unsubscribe.ts";
import { listSubscriptionsRoute } from "./list-subscriptions.ts";
import { listMailRoute } from "./list-mail.ts";
import { replayMailRoute } from "./replay-mail.ts";
import type { ApiRoute } from "../route.ts";

export const apiRoutes: readonly ApiRoute[] = [
  listOrganisationsRoute,
  getCapabilitiesRoute,
  getSummaryRoute,
  listProductsRoute,
  getProductRoute,
  productDetailRoute,
  productAssessmentRoute,
  productDraftsRoute,
  productFindingsRoute,
  productRightsRoute,
  listFindingsRoute,
  listCandidatesRoute,
  getFacetsRoute,
  getRepositoryFacetRoute,
  getPlaneRoute,
  searchRoute,
  productDependenciesRoute,
  productUsesRoute,
  productDependentsRoute,
  productReachRoute,
  productNeighbourhoodRoute,
  getGraphRoute,
  findPathRoute,
  listCyclesRoute,
  productUnitsRoute,
  productInterfacesRoute,
  productInterfaceRoute,
  getUnitRoute,
  listElementsRoute,
  getComparisonRoute,
  listPeopleRoute,
  getPersonRoute,
  listGroupsRoute,
  getGroupRoute,
  createGroupRoute,
  setGroupMembersRoute,
  removeGroupRoute,
  pushSnapshotRoute,
  listSnapshotsRoute,
  listRepositoriesRoute,
  getRepositoryRoute,
  beginUploadRoute,
  getUploadRoute,
  putUploadPartRoute,
  finishUploadRoute,
  removeUploadRoute,
  correctProductRoute,
  listCorrectionsRoute,
  undoCorrectionRoute,
  listSuggestionsRoute,
  suggestedCommitRoute,
  listChangesRoute,
  atomFeedRoute,
  jsonFeedRoute,
  listenRoute,
  subscribeRoute,
  unsubscribeRoute,
  listSubscriptionsRoute,
  listMailRoute,
  replayMailRoute,
  listPastProductsRoute,
  getPastProductRoute,
  getSessionRoute,
  findInvitationRoute,
  joinRoute,
  listSourcesRoute,
  createSourceRoute,
  getSourceRoute,
  changeSourceRoute,
  removeSourceRoute,
  syncSourceRoute,
  listSourceRepositoriesRoute,
  syncSourceRepositoryRoute,
  listJobsRoute,
  getJobRoute,
  retryJobRoute,
  cancelJobRoute,
  listSessionsRoute,
  endSessionRoute,
  endOtherSessionsRoute,
  listTokensRoute,
  createTokenRoute,
  revokeTokenRoute,
  listMembersRoute,
  changeMemberRoute,
  removeMemberRoute,
  endMemberSessionsRoute,
  listInvitationsRoute,
  createInvitationRoute,
  revokeInvitationRoute,
  listWebhooksRoute,
  createWebhookRoute,
  changeWebhookRoute,
  rotateWebhookSecretRoute,
  testWebhookRoute,
  removeWebhookRoute,
  listDeliveriesRoute,
  replayDeliveryRoute,
];
