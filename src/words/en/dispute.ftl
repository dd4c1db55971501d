# Disputes: what their closed lists are called, what happened to one, and why a step was refused.

# Who stands in one, by number.

dispute-parties = { $count ->
    [one] party { $numbers }
   *[other] parties { $numbers }
}
dispute-money = { $amount }
dispute-violent = may turn violent

# Each family is found by its code; src/words/dispute.rs says how. What a dispute is about.

dispute-category-land = land and houses
dispute-category-family = family
dispute-category-neighbours = neighbours
dispute-category-labour = labour
dispute-category-traffic-accident = traffic accident
dispute-category-medical = medical
dispute-category-consumer = consumer
dispute-category-debt = debt
dispute-category-property-management = property management
dispute-category-other = other

# How grave it is.

dispute-severity-general = general
dispute-severity-larger = larger
dispute-severity-major = major

# Where it stands.

dispute-status-found = found
dispute-status-accepted = accepted
dispute-status-mediating = mediating
dispute-status-agreed = agreed
dispute-status-fulfilled = fulfilled
dispute-status-closed = closed
dispute-status-failed = failed
dispute-status-withdrawn = withdrawn
dispute-status-erased = erased

# The views of the list.

dispute-view-unresolved = unresolved
dispute-view-by-deadline = by deadline
dispute-view-mine = mine
dispute-view-violent = may turn violent
dispute-view-major = major
dispute-view-all = all

# What somebody is in it.

dispute-role-applicant = applicant
dispute-role-respondent = respondent
dispute-role-third-party = third party

# Where it goes when mediation fails, and why it failed.

dispute-path-court = court
dispute-path-arbitration = arbitration
dispute-path-administrative-decision = administrative decision
dispute-fail-no-agreement = no agreement
dispute-fail-did-not-come = one side did not come
dispute-fail-unwilling = one side is unwilling
dispute-fail-not-for-mediation = not for mediation by law
dispute-fail-agreement-broken = agreement broken
dispute-fail-other = another reason

# Why it was withdrawn, or opened again.

dispute-withdraw-settled-themselves = settled among themselves
dispute-withdraw-no-longer-asked = no longer asked for
dispute-withdraw-no-dispute = no dispute after all
dispute-withdraw-same-as-another = same as another
dispute-withdraw-elsewhere-mediated = mediated elsewhere
dispute-withdraw-other = another reason
dispute-reopen-agreement-broken = agreement broken
dispute-reopen-broke-out-again = broke out again
dispute-reopen-not-settled = found not settled
dispute-reopen-go-on = they want to go on
dispute-reopen-mistake = ended by mistake
dispute-reopen-other = another reason

# The agreement, its obligations, and the court's confirmation of it.

dispute-form-oral = oral
dispute-form-written = written
dispute-obligation-open = open
dispute-obligation-kept = kept
dispute-obligation-broken = broken
dispute-obligation-waived = waived
dispute-obligation-replaced = replaced by a later agreement
dispute-confirmation-confirmed = confirmed
dispute-confirmation-declined = declined
dispute-confirmation-retracted = application taken back

# The follow-up.

dispute-follow-by-visit = visit
dispute-follow-by-call = telephone call
dispute-follow-satisfied = settled
dispute-follow-unsatisfied = not settled
dispute-follow-not-reached = nobody reached

# Who else takes part.

dispute-involved-traffic-mediation = mediation body for traffic accidents
dispute-involved-medical-mediation = mediation body for hospitals and patients
dispute-involved-labour-mediation = mediation or arbitration body for labour
dispute-involved-community-committee = committee of the community or village
dispute-involved-other-body = another body
dispute-involved-legal-aid = legal aid
dispute-involved-lawyer = lawyer on call

# The steps, as something to do.

dispute-step-find = enter
dispute-step-accept = accept
dispute-step-assign = assign
dispute-step-amend = correct
dispute-step-add-party = add a party
dispute-step-amend-party = correct a party
dispute-step-plan = set a sitting
dispute-step-sit = record a sitting
dispute-step-agree = record an agreement
dispute-step-settle = settle an obligation
dispute-step-reopen = reopen
dispute-step-seek-confirmation = seek confirmation
dispute-step-decide-confirmation = enter the court's answer
dispute-step-leave-confirmation = leave confirmation
dispute-step-follow-up = follow up
dispute-step-close = close
dispute-step-fail = mediation failed
dispute-step-withdraw = withdraw
dispute-step-extend = extend
dispute-step-mark-violent = mark: may turn violent
dispute-step-calm = take that mark off
dispute-step-contact = record a contact
dispute-step-link = link
dispute-step-involve = bring somebody in
dispute-step-draw-up = draw up a package
dispute-step-conclude = result of the package
dispute-step-note = note
dispute-step-escalate = escalate
dispute-step-supervise = supervise
dispute-step-carry = hand on
dispute-step-erase = erase

# What happened, one line each. No full stop at the end.

fact-dispute-found = { $who } entered it ({ $category }, { $severity })
fact-dispute-found-parties = { $count ->
    [one] { $count } party
   *[other] { $count } parties
}
fact-dispute-found-violent = may turn violent: { $reason }
fact-dispute-found-reports = made from { $ids }
fact-dispute-found-earlier = earlier: { $ids }
fact-dispute-found-sweep = found by { $sweep }
fact-dispute-accepted = { $who } accepted it
fact-dispute-assigned = { $who } gave it to { $lead }; { $answers } answers for it
fact-dispute-assigned-deadline = mediation to end by { $by }
fact-dispute-amended = { $who } corrected
fact-dispute-amended-narrative = narrative
fact-dispute-amended-category = category { $value }
fact-dispute-amended-severity = severity { $value }
fact-dispute-party-added = { $who } added a party ({ $role })
fact-dispute-party-amended = { $who } corrected party { $n } ({ $role })
fact-dispute-party-represented = represented by { $name }
fact-dispute-party-officer = is { $officer }
fact-dispute-party-namesake = only has the name of an officer
fact-dispute-planned = { $who } set the next sitting for { $when }
fact-dispute-sat = { $who } recorded the sitting of { $when }
fact-dispute-sat-mediators = mediated by { $mediators }
fact-dispute-sat-came = present: { $parties }
fact-dispute-sat-next = next sitting { $when }
fact-dispute-agreed = { $who } recorded an agreement ({ $form }) with the assent of { $parties }
fact-dispute-promise = party { $n } { $by }: { $what }
fact-dispute-promise-amount = party { $n } { $by }: { $what } ({ $amount })
fact-dispute-promise-by = by { $when }
fact-dispute-promise-now = at once
fact-dispute-settled = { $who } recorded how obligation { $n } stands
fact-dispute-reopened = { $who } opened it again
fact-dispute-confirmation-sought = { $who } recorded that { $parties } asked a court for judicial confirmation
fact-dispute-confirmation-decided = { $who } recorded the court's answer
fact-dispute-confirmation-left = { $who } recorded that no judicial confirmation is asked for
fact-dispute-followed-up = { $who } followed up ({ $by })
fact-dispute-closed = { $who } closed it
fact-dispute-failed = { $who } ended the mediation as failed, next path { $path }
fact-dispute-withdrawn = { $who } recorded it as withdrawn
fact-dispute-extended = { $who } gave the mediation { $days } more with the consent of { $parties }
fact-dispute-marked-violent = { $who } marked it as one that may turn violent
fact-dispute-calmed = { $who } took off the mark that it may turn violent
fact-dispute-contacted = { $who } spoke to those concerned
fact-dispute-linked = { $who } linked it to { $to }
fact-dispute-involved = { $who } brought in { $role }
fact-dispute-package-drawn-up = { $who } drew up the package ({ $responsible } is responsible, result by { $by })
fact-dispute-package-concluded = { $who } entered the result of the package
fact-dispute-noted = { $who } noted
fact-dispute-allowed = The mediator's allowance: { $amount }
fact-dispute-fulfilled = Every obligation is settled: the agreement is fulfilled
fact-dispute-escalated = { $who } escalated it to { $target } ({ $escalation })
fact-dispute-supervised = { $who } put it under supervision order { $order }
fact-dispute-carried = It went to the next shift with { $handover }
fact-dispute-erased = { $who } erased what was told and written about it

# A step that doesn't fit. First what can't be done, then where the dispute stands, then what is next.

refusal-dispute-wrong-step = { $cannot }: it stands at '{ $status }'. { $next }
dispute-cannot-find = { $id } can't be entered again
dispute-cannot-accept = { $id } can't be accepted
dispute-cannot-assign = { $id } can't be given to an officer
dispute-cannot-amend = { $id } can't be corrected
dispute-cannot-add-party = No party can be added to { $id }
dispute-cannot-amend-party = No party of { $id } can be corrected
dispute-cannot-plan = No sitting can be set for { $id }
dispute-cannot-sit = No sitting can be recorded on { $id }
dispute-cannot-agree = No agreement can be recorded on { $id }
dispute-cannot-settle = No obligation of { $id } can be settled
dispute-cannot-reopen = { $id } can't be opened again
dispute-cannot-seek-confirmation = No confirmation can be asked for on { $id }
dispute-cannot-decide-confirmation = No court's answer can be entered on { $id }
dispute-cannot-leave-confirmation = It can't be recorded on { $id } that nobody asks for confirmation
dispute-cannot-follow-up = { $id } can't be followed up
dispute-cannot-close = { $id } can't be closed
dispute-cannot-fail = The mediation of { $id } can't be ended as failed
dispute-cannot-withdraw = { $id } can't be withdrawn
dispute-cannot-extend = The mediation of { $id } can't be given more time
dispute-cannot-mark-violent = { $id } can't be marked as one that may turn violent
dispute-cannot-calm = The mark on { $id } that it may turn violent can't be taken off
dispute-cannot-contact = No contact can be recorded on { $id }
dispute-cannot-link = { $id } can't be linked
dispute-cannot-involve = Nobody can be brought in on { $id }
dispute-cannot-draw-up = No package can be drawn up for { $id }
dispute-cannot-conclude = No result of a package can be entered on { $id }
dispute-cannot-note = No note can be added to { $id }
dispute-cannot-escalate = { $id } can't be escalated
dispute-cannot-supervise = No supervision order can be given on { $id }
dispute-cannot-carry = { $id } can't be handed on
dispute-cannot-erase = { $id } can't be erased
dispute-next-found = Accept it, or give it to an officer.
dispute-next-accepted = Record the first sitting.
dispute-next-mediating = Record sittings, and the agreement once every side assents.
dispute-next-agreed = Settle its open obligations, or open it again if they are broken.
dispute-next-fulfilled = Follow it up, then close it.
dispute-next-closed = Open it again if it broke out again.
dispute-next-failed = Open it again if they want to go on.
dispute-next-withdrawn = Open it again if they want to go on.
dispute-next-erased = Only its figures are left.
dispute-next-still-open = It is not over, so go on with it as it is.

# Why a step was refused: what is so, then what to do next.

refusal-dispute-already-accepted = { $who } accepted { $id } at { $when }. Leave it to them, add a note, or have it given to you.
refusal-dispute-needs-parties = A dispute is between two or more. Enter at least two parties.
refusal-dispute-no-such-party = There is no party { $n } in this dispute. Look at the record for the numbers of its parties.
refusal-dispute-needs-assent-agree = { $id } can't be recorded as agreed: the assent of { $missing } is missing. Ask them, and record the agreement once everyone assents.
refusal-dispute-needs-assent-extend = The mediation of { $id } gets more time only with everyone's consent: { $missing } did not consent. Ask them, or end the mediation in time.
refusal-dispute-needs-assent-confirmation = A court is asked to confirm { $id } by all sides together: { $missing } is missing. Ask them, or record that nobody asks for confirmation.
refusal-dispute-needs-assent = Everyone concerned in { $id } must agree to this: { $missing } is missing. Ask them first.
refusal-dispute-is-party = { $officer } is a party in { $id } and may do nothing on it but add a note. Give it to another officer; if only the name is the same, say so on that party.
refusal-dispute-nobody-came = A sitting needs at least one party who came. Say who came, or add a note that nobody did.
refusal-dispute-nobody-mediated = A sitting needs at least one officer who mediated. Say who mediated it.
refusal-dispute-empty-agreement = The agreement says nothing. Write what was agreed, or enter an obligation.
refusal-dispute-no-such-obligation = There is no obligation { $n } in this dispute. Look at the record for the numbers of its obligations.
refusal-dispute-obligation-settled = { $who } settled obligation { $n } at { $when }. Nothing was changed; open the dispute again if that was wrong.
refusal-dispute-obligation-replaced = Obligation { $n } belongs to an agreement that a later one replaced. Settle the obligations of the agreement that stands.
refusal-dispute-needs-follow-up = { $id } has no follow-up that reached anybody since it was fulfilled. Visit or call them and record it, then close it.
refusal-dispute-not-settled = The last follow-up found that { $id } is not settled. Open it again, or follow it up once more.
refusal-dispute-needs-supervisor = { $id } is a major dispute, and only a supervisor may end it. Ask a supervisor.
refusal-dispute-needs-package = { $id } is a major dispute and has no package. Draw one up and enter its result, then close it.
refusal-dispute-needs-result = The package of { $id } has no result yet. Enter the result, then close it.
refusal-dispute-needs-writing = The agreement of { $id } is an oral one, and a court confirms only what is written. Put it in writing as a new agreement, or go on without.
refusal-dispute-window-over = The time to ask a court to confirm { $id } ended at { $when }. Record that nobody asks for confirmation.
refusal-dispute-confirmation-settled = { $who } recorded at { $when } how it stands with the confirmation of { $id }. Nothing was changed; look at the record.
refusal-dispute-not-sought = No court has been asked to confirm { $id }. Record first that it was asked.
refusal-dispute-court-waits = A court was asked to confirm { $id } and has not answered. Enter its answer first.
refusal-dispute-extend-on-dispute = More time for { $id } is given on the dispute itself, where everyone's consent is recorded. Extend it there.
refusal-dispute-already-violent = { $who } marked { $id } at { $when } as one that may turn violent. Record what you know as a contact or a note.
refusal-dispute-still-violent = { $id } may turn violent. Let a shift leader or supervisor take that mark off first, with a reason.
refusal-dispute-not-violent = { $id } is not marked as one that may turn violent. Mark it first, or add a note.
refusal-dispute-already-linked = { $id } is linked to { $to } already. Nothing was changed, and nothing is left to do.
refusal-dispute-cannot-link = A dispute is linked to a report or to another dispute, and { $to } is neither, or is the dispute itself. Name another.
refusal-dispute-no-package = { $id } has no package. Draw one up first.
refusal-dispute-package-concluded = { $who } entered the result of the package of { $id } at { $when }. Add what is new as a note.
refusal-dispute-time-past = That time has passed. Choose a time that is still to come.
refusal-dispute-time-ahead = That time is still to come. Enter a time that has passed.
refusal-dispute-too-many = That is too many: { $most } at most. Leave some out, and put the rest into a note.
refusal-dispute-cannot-mediate = { $officer } can't mediate here: unknown, retired, or only a reader. Name another officer.
