/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-profile.h"
#include "cab-document.h"
#include "cab-secret.h"

G_BEGIN_DECLS

/**
 * CabBundleScope:
 *
 * What a person asked for: which profile, about whom, to whom, where to, and
 * how it is protected. Says nothing about what is in the practice; that is
 * looked at by cab_bundle_plan_new() and cab_bundle_export().
 *
 * Setters copy. Nothing but a profile is set in a new one.
 */
typedef struct _CabBundleScope CabBundleScope;

#define CAB_TYPE_BUNDLE_SCOPE (cab_bundle_scope_get_type ())
GType cab_bundle_scope_get_type (void);

/**
 * CabBundleChoice:
 * @CAB_BUNDLE_NOT_ASKED: nobody said
 * @CAB_BUNDLE_NO: leave them out
 * @CAB_BUNDLE_YES: take them along
 */
typedef enum
{
  CAB_BUNDLE_NOT_ASKED,
  CAB_BUNDLE_NO,
  CAB_BUNDLE_YES
} CabBundleChoice;

CabBundleScope *cab_bundle_scope_new (CabBundleProfile profile) G_GNUC_WARN_UNUSED_RESULT;
CabBundleScope *cab_bundle_scope_copy (const CabBundleScope *self) G_GNUC_WARN_UNUSED_RESULT;
void cab_bundle_scope_free (CabBundleScope *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CabBundleScope, cab_bundle_scope_free)

CabBundleProfile cab_bundle_scope_get_profile (const CabBundleScope *self);

/** cab_bundle_scope_set_client_id: @client_id: (nullable): the subject; %NULL only for practice */
void cab_bundle_scope_set_client_id (CabBundleScope *self, const char *client_id);
const char *cab_bundle_scope_get_client_id (const CabBundleScope *self);

/**
 * cab_bundle_scope_add_withhold:
 * @self: a scope
 * @record_id: id of the record that stays behind, with all that hangs on it
 * @ground: a code of: `uk-third-party`
 * @error: return location
 *
 * Withholds one whole item. In this version always silently: nothing in the
 * bundle tells that there was something [B-64]. Whether the ground fits the
 * practice's jurisdiction, the profile and the record is looked at when the
 * plan is made.
 *
 * Errors: EXPORT_GROUND when there is no such code or it is not a person's to
 * choose; EXPORT_WITHHOLD when the profile withholds nothing.
 *
 * Returns: %TRUE when it was added
 */
gboolean cab_bundle_scope_add_withhold (CabBundleScope *self,
                                        const char *record_id,
                                        const char *ground,
                                        GError **error);

/** cab_bundle_get_head_kind: Returns: the kind at the head of an item: a note for note versions
 * [B-60] */
const CabKind *cab_bundle_get_head_kind (const CabKind *kind);

/**
 * cab_bundle_is_choosable:
 * @profile: a profile
 * @kind: a kind
 *
 * Whether a person can tick it, where kinds are chosen: it is in such a bundle by
 * itself, and hangs on no other but the client.
 *
 * Thread: any; pure. Source: bundle.md [B-1], [B-60].
 */
gboolean cab_bundle_is_choosable (CabBundleProfile profile, const CabKind *kind);

/**
 * cab_bundle_scope_set_kinds:
 * @self: a scope of the transfer profile
 * @kinds: (nullable): `note,mood-entry`, parted by commas, or `all`; %NULL for the default
 * @error: return location
 *
 * Chooses the kinds of a transfer. A kind that hangs on another (note versions
 * on notes) comes with it and need not be named. The default is everything but
 * money.
 *
 * Errors: EXPORT_KIND, naming the word that is no kind, or no kind that a
 * transfer takes.
 *
 * Returns: %TRUE when the choice was taken
 */
gboolean cab_bundle_scope_set_kinds (CabBundleScope *self, const char *kinds, GError **error);

/** cab_bundle_scope_takes_kind: whether the choice of kinds holds @kind */
gboolean cab_bundle_scope_takes_kind (const CabBundleScope *self, const CabKind *kind);

/**
 * cab_bundle_scope_set_period:
 * @self: a scope of one client
 * @first: (nullable): the first day of it, `2026-03-01`, `2026-03` or `2026`; %NULL for no limit
 * @last: (nullable): the last day of it, in the same shapes; %NULL for no limit
 * @error: return location
 *
 * Limits the bundle to what took place then: notes, process notes, mood entries,
 * value ratings, dated files and disclosures, with all that hangs on them. What
 * holds for all times (the person, contacts, consents) and what has no date goes
 * whole. For the list of disclosures @first takes the place of the years it goes
 * back by itself.
 *
 * Errors: EXPORT_PERIOD when a text is no day, when @last is before @first, or
 * when the profile is about everyone. Source: window.md [W-97]; bundle.md [B-1].
 *
 * Returns: %TRUE when the period was taken
 */
gboolean cab_bundle_scope_set_period (CabBundleScope *self,
                                      const char *first,
                                      const char *last,
                                      GError **error);

/** cab_bundle_scope_get_first_day: Returns: (nullable): `2026-03-01` */
const char *cab_bundle_scope_get_first_day (const CabBundleScope *self);

/** cab_bundle_scope_get_last_day: Returns: (nullable): `2026-03-31` */
const char *cab_bundle_scope_get_last_day (const CabBundleScope *self);

/**
 * cab_bundle_scope_set_process_notes:
 * @self: a scope of the transfer profile
 * @choice: whether the client's process notes go along
 *
 * For a transfer of a client who has some this must be said [B-5]. In an access
 * bundle the jurisdiction decides.
 */
void cab_bundle_scope_set_process_notes (CabBundleScope *self, CabBundleChoice choice);
CabBundleChoice cab_bundle_scope_get_process_notes (const CabBundleScope *self);

/** cab_bundle_scope_set_recipient: @name: (nullable): who gets it; default the client; needed when
 * it goes to a third party */
void cab_bundle_scope_set_recipient (CabBundleScope *self, const char *name);
const char *cab_bundle_scope_get_recipient (const CabBundleScope *self);

/**
 * cab_bundle_scope_set_ground:
 * @self: a scope
 * @ground: (nullable): by what right it leaves the practice, a code of
 *   cab_disclosure_ground_codes; %NULL for the default, `subject-request`, for
 *   a transfer `consent`
 * @error: return location
 *
 * With `subject-request` the bundle goes to the client, with every other ground
 * to a third party.
 *
 * Errors: EXPORT_GROUND.
 *
 * Returns: %TRUE when the ground was taken
 */
gboolean cab_bundle_scope_set_ground (CabBundleScope *self, const char *ground, GError **error);
const char *cab_bundle_scope_get_ground (const CabBundleScope *self);

/** cab_bundle_scope_set_channel: @channel: (nullable): a code of cab_disclosure_channel_codes;
 * default `other`; Errors: EXPORT_CHANNEL */
gboolean cab_bundle_scope_set_channel (CabBundleScope *self, const char *channel, GError **error);
const char *cab_bundle_scope_get_channel (const CabBundleScope *self);

/**
 * cab_bundle_scope_set_passphrase:
 * @self: a scope
 * @passphrase: (nullable): encrypts the ZIP file with AES-256; copied
 * @generated: whether Cabinet drew it, see cab_passphrase_generate(); an own
 *   one is refused by the export when it is weaker than 60 bits [B-70]
 */
void
cab_bundle_scope_set_passphrase (CabBundleScope *self, CabSecret *passphrase, gboolean generated);
CabSecret *cab_bundle_scope_get_passphrase (const CabBundleScope *self);
gboolean cab_bundle_scope_has_generated_passphrase (const CabBundleScope *self);

/** cab_bundle_scope_set_plain: @asked_by: who asked for a bundle without encryption; kept in the
 * disclosure */
void cab_bundle_scope_set_plain (CabBundleScope *self, const char *asked_by);
const char *cab_bundle_scope_get_asked_by (const CabBundleScope *self);

/**
 * cab_bundle_scope_set_target:
 * @self: a scope
 * @path: where it goes, in the file system's encoding: an existing folder, in
 *   which it gets its own name, or the path of the file (or folder) itself
 * @folder: whether a folder is written instead of one ZIP file; a folder is
 *   never encrypted
 * @replace: whether an existing file may be replaced: only after a person's yes
 */
void cab_bundle_scope_set_target (CabBundleScope *self,
                                  const char *path,
                                  gboolean folder,
                                  gboolean replace);
const char *cab_bundle_scope_get_target (const CabBundleScope *self);
gboolean cab_bundle_scope_is_folder (const CabBundleScope *self);
gboolean cab_bundle_scope_may_replace (const CabBundleScope *self);

/**
 * cab_bundle_scope_set_leave_out_damaged:
 * @self: a scope
 * @leave_out: whether an item with damaged content is left out, and that said,
 *   instead of failing the export [B-12]
 */
void cab_bundle_scope_set_leave_out_damaged (CabBundleScope *self, gboolean leave_out);
gboolean cab_bundle_scope_leaves_out_damaged (const CabBundleScope *self);

/**
 * cab_bundle_scope_set_drawing:
 * @self: a scope
 * @drawing: (nullable): constant: the functions that draw; without them a bundle
 *   has neither `record.pdf` nor pictures in `record.html`
 *
 * Source: bundle.md [B-40], [B-43].
 */
void cab_bundle_scope_set_drawing (CabBundleScope *self, const CabDrawing *drawing);
const CabDrawing *cab_bundle_scope_get_drawing (const CabBundleScope *self);

G_END_DECLS
