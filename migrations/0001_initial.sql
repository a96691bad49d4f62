-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Words in braces are explained in src/store/ddl.h.

create table decision (
    tenant {small} not null,
    id {id} not null,
    number {text},
    issued_on {text},
    issuer {text},
    kind {text},
    subject {text},
    signer {text},
    signer_post {text},
    effective_on {text},
    version {integer} not null,
    primary key (tenant, id)
{clustered_end}
create unique index decision_number_issued_on_issuer_unique on decision (tenant, number, issued_on, issuer);

create table organisation (
    tenant {small} not null,
    id {id} not null,
    code {text},
    founded_on {text},
    note {text},
    version {integer} not null,
    primary key (tenant, id)
{clustered_end}
create unique index organisation_code_unique on organisation (tenant, code);

create table organisation_version (
    tenant {small} not null,
    id {id} not null,
    organisation_id {id},
    valid_from {text},
    valid_to {text},
    name {text},
    short_name {text},
    kind {text},
    unit_type {text},
    superior_id {id},
    led_by_id {id},
    superior_consent {text},
    decision_id {id},
    name_fold {text},
    name_sort {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint organisation_version_organisation_id_reference foreign key (tenant, organisation_id) references organisation (tenant, id) deferrable,
    constraint organisation_version_superior_id_reference foreign key (tenant, superior_id) references organisation (tenant, id) deferrable,
    constraint organisation_version_led_by_id_reference foreign key (tenant, led_by_id) references organisation (tenant, id) deferrable,
    constraint organisation_version_decision_id_reference foreign key (tenant, decision_id) references decision (tenant, id) deferrable
{clustered_end}
create index organisation_version_organisation_id_index on organisation_version (tenant, organisation_id);
create index organisation_version_superior_id_index on organisation_version (tenant, superior_id) where superior_id is not null;
create index organisation_version_led_by_id_index on organisation_version (tenant, led_by_id) where led_by_id is not null;
create index organisation_version_decision_id_index on organisation_version (tenant, decision_id) where decision_id is not null;

create table organisation_succession (
    tenant {small} not null,
    id {id} not null,
    predecessor_id {id},
    successor_id {id},
    act {text},
    effective_on {text},
    decision_id {id},
    version {integer} not null,
    primary key (tenant, id),
    constraint organisation_succession_predecessor_id_reference foreign key (tenant, predecessor_id) references organisation (tenant, id) deferrable,
    constraint organisation_succession_successor_id_reference foreign key (tenant, successor_id) references organisation (tenant, id) deferrable,
    constraint organisation_succession_decision_id_reference foreign key (tenant, decision_id) references decision (tenant, id) deferrable
{clustered_end}
create index organisation_succession_predecessor_id_index on organisation_succession (tenant, predecessor_id);
create index organisation_succession_successor_id_index on organisation_succession (tenant, successor_id);
create index organisation_succession_decision_id_index on organisation_succession (tenant, decision_id);

create table attachment (
    tenant {small} not null,
    id {id} not null,
    record_type {text},
    record_id {text},
    file_name {text},
    media_type {text},
    content {bytes},
    version {integer} not null,
    primary key (tenant, id)
{table_end}
create unique index attachment_record_id_file_name_unique on attachment (tenant, record_id, file_name);

create table person (
    tenant {small} not null,
    id {id} not null,
    born_on {text},
    sex {text},
    ethnicity {text},
    personal_id {text},
    old_identity_number {text},
    birth_place {text},
    native_place {text},
    youth_union_joined_on {text},
    recruited_on {text},
    recruited_by {text},
    version {integer} not null,
    primary key (tenant, id)
{clustered_end}
create unique index person_personal_id_unique on person (tenant, personal_id) where personal_id is not null;

create table person_version (
    tenant {small} not null,
    id {id} not null,
    person_id {id},
    valid_from {text},
    valid_to {text},
    full_name {text},
    other_name {text},
    religion {text},
    occupation {text},
    occupation_detail {text},
    general_education {text},
    professional_education {text},
    professional_field {text},
    academic_title {text},
    political_theory {text},
    foreign_languages {text},
    digital_skills {text},
    minority_languages {text},
    permanent_residence {text},
    temporary_residence {text},
    phone {text},
    health {text},
    merit {text},
    name_fold {text},
    name_sort {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint person_version_person_id_reference foreign key (tenant, person_id) references person (tenant, id) deferrable
{clustered_end}
create index person_version_person_id_index on person_version (tenant, person_id);

create table social_membership (
    tenant {small} not null,
    id {id} not null,
    person_id {id},
    organisation_name {text},
    began_on {text},
    ended_on {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint social_membership_person_id_reference foreign key (tenant, person_id) references person (tenant, id) deferrable
{clustered_end}
create index social_membership_person_id_index on social_membership (tenant, person_id);

create table military_service (
    tenant {small} not null,
    id {id} not null,
    person_id {id},
    began_on {text},
    ended_on {text},
    highest_rank {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint military_service_person_id_reference foreign key (tenant, person_id) references person (tenant, id) deferrable
{clustered_end}
create index military_service_person_id_index on military_service (tenant, person_id);

create table work_history (
    tenant {small} not null,
    id {id} not null,
    person_id {id},
    began_on {text},
    ended_on {text},
    job {text},
    post {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint work_history_person_id_reference foreign key (tenant, person_id) references person (tenant, id) deferrable
{clustered_end}
create index work_history_person_id_index on work_history (tenant, person_id);

create table education_history (
    tenant {small} not null,
    id {id} not null,
    person_id {id},
    school {text},
    subject {text},
    began_on {text},
    ended_on {text},
    mode {text},
    certificate {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint education_history_person_id_reference foreign key (tenant, person_id) references person (tenant, id) deferrable
{clustered_end}
create index education_history_person_id_index on education_history (tenant, person_id);

create table reward (
    tenant {small} not null,
    id {id} not null,
    person_id {id},
    awarded_on {text},
    form {text},
    authority {text},
    decision_number {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint reward_person_id_reference foreign key (tenant, person_id) references person (tenant, id) deferrable
{clustered_end}
create index reward_person_id_index on reward (tenant, person_id);

create table honorary_title (
    tenant {small} not null,
    id {id} not null,
    person_id {id},
    awarded_on {text},
    title {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint honorary_title_person_id_reference foreign key (tenant, person_id) references person (tenant, id) deferrable
{clustered_end}
create index honorary_title_person_id_index on honorary_title (tenant, person_id);

create table paper_on_file (
    tenant {small} not null,
    id {id} not null,
    person_id {id},
    kind {text},
    number {text},
    dated_on {text},
    shelf {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint paper_on_file_person_id_reference foreign key (tenant, person_id) references person (tenant, id) deferrable
{clustered_end}
create index paper_on_file_person_id_index on paper_on_file (tenant, person_id);

create table party_member (
    tenant {small} not null,
    id {id} not null,
    person_id {id},
    profile_number {text},
    card_number {text},
    old_card_number {text},
    admission_decided_on {text},
    admission_decision_number {text},
    ceremony_on {text},
    recognised_on {text},
    recognition_decision_number {text},
    admitting_cell {text},
    introducers {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint party_member_person_id_reference foreign key (tenant, person_id) references person (tenant, id) deferrable
{clustered_end}
create unique index party_member_person_id_unique on party_member (tenant, person_id);
create unique index party_member_profile_number_unique on party_member (tenant, profile_number) where profile_number is not null;
create unique index party_member_card_number_unique on party_member (tenant, card_number) where card_number is not null;

create table membership (
    tenant {small} not null,
    id {id} not null,
    member_id {id},
    cell_id {id},
    valid_from {text},
    valid_to {text},
    kind {text},
    status {text},
    entry {text},
    decision_id {id},
    decision_number {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint membership_member_id_reference foreign key (tenant, member_id) references party_member (tenant, id) deferrable,
    constraint membership_cell_id_reference foreign key (tenant, cell_id) references organisation (tenant, id) deferrable,
    constraint membership_decision_id_reference foreign key (tenant, decision_id) references decision (tenant, id) deferrable
{clustered_end}
create index membership_member_id_index on membership (tenant, member_id);
create index membership_cell_id_index on membership (tenant, cell_id);
create index membership_decision_id_index on membership (tenant, decision_id) where decision_id is not null;

create table exemption (
    tenant {small} not null,
    id {id} not null,
    member_id {id},
    valid_from {text},
    valid_to {text},
    ground {text},
    decision_id {id},
    decision_number {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint exemption_member_id_reference foreign key (tenant, member_id) references party_member (tenant, id) deferrable,
    constraint exemption_decision_id_reference foreign key (tenant, decision_id) references decision (tenant, id) deferrable
{clustered_end}
create index exemption_member_id_index on exemption (tenant, member_id);
create index exemption_decision_id_index on exemption (tenant, decision_id) where decision_id is not null;

create table suspension (
    tenant {small} not null,
    id {id} not null,
    member_id {id},
    valid_from {text},
    valid_to {text},
    decision_id {id},
    decision_number {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint suspension_member_id_reference foreign key (tenant, member_id) references party_member (tenant, id) deferrable,
    constraint suspension_decision_id_reference foreign key (tenant, decision_id) references decision (tenant, id) deferrable
{clustered_end}
create index suspension_member_id_index on suspension (tenant, member_id);
create index suspension_decision_id_index on suspension (tenant, decision_id) where decision_id is not null;

create table departure (
    tenant {small} not null,
    id {id} not null,
    member_id {id},
    departed_on {text},
    kind {text},
    cell_id {id},
    status {text},
    decision_id {id},
    decision_number {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint departure_member_id_reference foreign key (tenant, member_id) references party_member (tenant, id) deferrable,
    constraint departure_cell_id_reference foreign key (tenant, cell_id) references organisation (tenant, id) deferrable,
    constraint departure_decision_id_reference foreign key (tenant, decision_id) references decision (tenant, id) deferrable
{clustered_end}
create index departure_member_id_index on departure (tenant, member_id);
create index departure_cell_id_index on departure (tenant, cell_id);
create index departure_decision_id_index on departure (tenant, decision_id) where decision_id is not null;

create table change_request (
    tenant {small} not null,
    id {id} not null,
    member_id {id},
    record_type {text},
    record_id {text},
    fields {text},
    reason {text},
    state {text},
    proposed_by {text},
    proposed_at_ms {integer},
    decided_by {text},
    decided_at_ms {integer},
    remark {text},
    accepted {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint change_request_member_id_reference foreign key (tenant, member_id) references party_member (tenant, id) deferrable
{clustered_end}
create index change_request_member_id_index on change_request (tenant, member_id);

create table grading_campaign (
    tenant {small} not null,
    id {id} not null,
    organisation_id {id},
    year {integer},
    state {text},
    closed_on {text},
    note {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint grading_campaign_organisation_id_reference foreign key (tenant, organisation_id) references organisation (tenant, id) deferrable
{clustered_end}
create unique index grading_campaign_organisation_id_year_unique on grading_campaign (tenant, organisation_id, year);

create table member_grade (
    tenant {small} not null,
    id {id} not null,
    campaign_id {id},
    member_id {id},
    cell_id {id},
    grade {text},
    not_graded_reason {text},
    decided_on {text},
    decision_number {text},
    note {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint member_grade_campaign_id_reference foreign key (tenant, campaign_id) references grading_campaign (tenant, id) deferrable,
    constraint member_grade_member_id_reference foreign key (tenant, member_id) references party_member (tenant, id) deferrable,
    constraint member_grade_cell_id_reference foreign key (tenant, cell_id) references organisation (tenant, id) deferrable
{clustered_end}
create unique index member_grade_campaign_id_member_id_unique on member_grade (tenant, campaign_id, member_id);
create index member_grade_member_id_index on member_grade (tenant, member_id);
create index member_grade_cell_id_index on member_grade (tenant, cell_id);

create table organisation_grade (
    tenant {small} not null,
    id {id} not null,
    campaign_id {id},
    organisation_id {id},
    grade {text},
    not_graded_reason {text},
    decided_on {text},
    decision_number {text},
    note {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint organisation_grade_campaign_id_reference foreign key (tenant, campaign_id) references grading_campaign (tenant, id) deferrable,
    constraint organisation_grade_organisation_id_reference foreign key (tenant, organisation_id) references organisation (tenant, id) deferrable
{clustered_end}
create unique index organisation_grade_campaign_id_organisation_id_unique on organisation_grade (tenant, campaign_id, organisation_id);
create index organisation_grade_organisation_id_index on organisation_grade (tenant, organisation_id);

create table account (
    tenant {small} not null,
    id {id} not null,
    name {text},
    display_name {text},
    member_id {id},
    is_closed {small},
    version {integer} not null,
    primary key (tenant, id),
    constraint account_member_id_reference foreign key (tenant, member_id) references party_member (tenant, id) deferrable
{clustered_end}
create unique index account_name_unique on account (tenant, name);
create index account_member_id_index on account (tenant, member_id) where member_id is not null;

create table credential (
    tenant {small} not null,
    id {id} not null,
    account_id {id},
    password_hash {text},
    password_changed_at_ms {integer},
    must_change_password {small},
    totp_secret {text},
    totp_confirmed {small},
    totp_last_step {integer},
    recovery_codes {text},
    failed_count {integer},
    locked_until_ms {integer},
    last_sign_in_at_ms {integer},
    version {integer} not null,
    primary key (tenant, id),
    constraint credential_account_id_reference foreign key (tenant, account_id) references account (tenant, id) deferrable
{clustered_end}
create unique index credential_account_id_unique on credential (tenant, account_id);

create table role_grant (
    tenant {small} not null,
    id {id} not null,
    account_id {id},
    role {text},
    organisation_id {id},
    valid_from {text},
    valid_to {text},
    delegated_by {id},
    version {integer} not null,
    primary key (tenant, id),
    constraint role_grant_account_id_reference foreign key (tenant, account_id) references account (tenant, id) deferrable,
    constraint role_grant_organisation_id_reference foreign key (tenant, organisation_id) references organisation (tenant, id) deferrable,
    constraint role_grant_delegated_by_reference foreign key (tenant, delegated_by) references account (tenant, id) deferrable
{clustered_end}
create index role_grant_account_id_index on role_grant (tenant, account_id);
create index role_grant_organisation_id_index on role_grant (tenant, organisation_id);
create index role_grant_delegated_by_index on role_grant (tenant, delegated_by) where delegated_by is not null;

create table session (
    tenant {small} not null,
    id {id} not null,
    account_id {id},
    token_hash {text},
    began_at_ms {integer},
    seen_at_ms {integer},
    ended_at_ms {integer},
    remote_address {text},
    user_agent {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint session_account_id_reference foreign key (tenant, account_id) references account (tenant, id) deferrable
{clustered_end}
create unique index session_token_hash_unique on session (tenant, token_hash);
create index session_account_id_index on session (tenant, account_id);

create table import_batch (
    tenant {small} not null,
    id {id} not null,
    kind {text},
    file_name {text},
    file_digest {text},
    row_count {integer},
    imported_at_ms {integer},
    organisation_id {id},
    imported_by {text},
    state {text},
    audit_sequence {integer},
    version {integer} not null,
    primary key (tenant, id),
    constraint import_batch_organisation_id_reference foreign key (tenant, organisation_id) references organisation (tenant, id) deferrable
{clustered_end}
create index import_batch_organisation_id_index on import_batch (tenant, organisation_id) where organisation_id is not null;

create table saved_view (
    tenant {small} not null,
    id {id} not null,
    account_id {id},
    name {text},
    record_type {text},
    definition {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint saved_view_account_id_reference foreign key (tenant, account_id) references account (tenant, id) deferrable
{clustered_end}
create unique index saved_view_account_id_name_unique on saved_view (tenant, account_id, name);

create table frozen_report (
    tenant {small} not null,
    id {id} not null,
    report {text},
    organisation_id {id},
    year {integer},
    signed_at_ms {integer},
    signed_by {text},
    figures {text},
    head {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint frozen_report_organisation_id_reference foreign key (tenant, organisation_id) references organisation (tenant, id) deferrable
{clustered_end}
create index frozen_report_organisation_id_index on frozen_report (tenant, organisation_id);

create table setting (
    tenant {small} not null,
    id {id} not null,
    name {text},
    organisation_id {id},
    valid_from {text},
    valid_to {text},
    value {text},
    document_number {text},
    confirmed_by {text},
    version {integer} not null,
    primary key (tenant, id),
    constraint setting_organisation_id_reference foreign key (tenant, organisation_id) references organisation (tenant, id) deferrable
{clustered_end}
create index setting_organisation_id_index on setting (tenant, organisation_id) where organisation_id is not null;

create table audit_entry (
    tenant {small} not null,
    sequence {integer} not null,
    at_ms {integer} not null,
    action {text} not null,
    actor {text} not null,
    reason {text},
    article {text},
    decision_id {id},
    changes {text} not null,
    row_list {bytes} not null,
    previous_hash {bytes} not null,
    hash {bytes} not null,
    primary key (tenant, sequence)
{table_end}

create table audit_head (
    tenant {small} not null,
    sequence {integer} not null,
    hash {bytes} not null,
    primary key (tenant)
{clustered_end}

create table access_log (
    tenant {small} not null,
    id {id} not null,
    at_ms {integer} not null,
    actor {text} not null,
    action {text} not null,
    record_type {text} not null,
    record_id {id},
    primary key (tenant, id)
{clustered_end}
create index access_log_record_id_index on access_log (tenant, record_id) where record_id is not null;

