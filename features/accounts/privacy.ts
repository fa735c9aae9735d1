/**
 * What is held on people, table by table. From this follow the page on privacy, what somebody can download, and what
 * goes when they delete it: a table or a column that is not declared here fails a test.
 */

/** Somebody whose rows are meant. */
export interface Person {
  learnerId: string
  /** As their account is looked up; nothing for a guest. */
  email: string | null
}

/** What is held in one table. */
export interface Holding {
  /** The table's name in prisma/schema.prisma. */
  model: string
  /** What is held, in plain words. */
  title: string
  why: string
  howLong: string
  /** Each column in plain words. */
  columns: Readonly<Record<string, string>>
  /** Columns that no download holds, since whoever found it could sign in by them. */
  secret?: readonly string[]
  /** By which columns its rows are ordered, so that they always come in the same order. */
  sortedBy: readonly string[]
  /** Which rows are somebody's, as a condition for Prisma; nothing where none is anybody's. */
  rowsOf: ((person: Person) => object) | null
  onDeletion: OnDeletion
}

export type OnDeletion =
  /** The database removes them along with the learner. */
  | { kind: 'removed' }
  /** They hang on no learner, and are looked for and removed. */
  | { kind: 'sought' }
  /** They stay, and no longer name whoever is deleted: where they did, these values take the place of what they had. */
  | {
      kind: 'anonymous'
      changes: (person: Person) => { where: object; values: Readonly<Record<string, unknown>> }[]
      why: string
      /** Those that are removed all the same, and which these are in words. */
      removes?: { which: string; where: (person: Person) => object }
    }
  /** They hold nothing that leads to a person. */
  | { kind: 'kept'; why: string }

const untilDeleted = 'Until you delete it, or have not been here for two years without an account.'
const removed = { kind: 'removed' } as const
const own = ({ learnerId }: Person) => ({ learnerId })
const ofOwnAccount = ({ learnerId }: Person) => ({ account: { learnerId } })
const ofOwnAttempt = ({ learnerId }: Person) => ({ attempt: { learnerId } })

/** Items of somebody's bank that nobody else was asked, and that no class shares or is assigned. */
const unusedByOthers = ({ learnerId }: Person) => ({
  owner: { learnerId },
  shares: { none: {} },
  assigned: { none: {} },
  asked: { none: { attempt: { learnerId: { not: learnerId } } } },
})

/** Everything that is held. */
export const holdings: readonly Holding[] = [
  {
    model: 'Learner',
    title: 'That this browser learns here',
    why: 'So that your progress has somewhere to go. It is a random number, not your name.',
    howLong: untilDeleted,
    columns: {
      id: 'a random number that stands for you',
      timeZone: 'your time zone, which decides when a study day begins',
      createdAt: 'when you gave your first answer',
      newCardsPerDay: 'how many new cards you want in a day',
      reviewsPerDay: 'how many reviews you want in a day',
      desiredRetention: 'how likely you want to recall a card when it comes back',
      parameterFitId: 'the schedule fitted to you, if you use one',
    },
    sortedBy: ['id'],
    rowsOf: ({ learnerId }) => ({ id: learnerId }),
    onDeletion: removed,
  },
  {
    model: 'Attempt',
    title: 'Quizzes and tests you began',
    why: 'So that you can go on with them and see their results.',
    howLong: untilDeleted,
    columns: {
      id: 'a random number',
      learnerId: 'the number that stands for you',
      plan: 'what you asked for',
      rules: 'the rules it runs under',
      lessonId: 'the lesson of a lesson’s quiz',
      testId: 'the test of a test',
      assignmentId: 'what it was assigned as',
      startedAt: 'when you began',
      eventCount: 'how many things you did in it',
      status: 'whether it is finished',
      finishedAt: 'when it was finished',
      memoryTakenBackAt: 'when you asked that it should not tell on your cards',
    },
    sortedBy: ['startedAt', 'id'],
    rowsOf: own,
    onDeletion: removed,
  },
  {
    model: 'AttemptItem',
    title: 'The questions they asked',
    why: 'So that a quiz stays the same while you take it.',
    howLong: untilDeleted,
    columns: {
      attemptId: 'the quiz or test',
      position: 'the place of the question in it',
      itemId: 'the question',
      itemRevision: 'its wording',
      bankItemId: 'whose bank it is from, if it is from one',
    },
    sortedBy: ['attemptId', 'position'],
    rowsOf: ofOwnAttempt,
    onDeletion: removed,
  },
  {
    model: 'AttemptEvent',
    title: 'What you did in them',
    why: 'So that no answer is lost or counted twice, and the time of a test is kept fairly.',
    howLong: untilDeleted,
    columns: {
      id: 'a random number',
      attemptId: 'the quiz or test',
      sequence: 'its place among the others',
      kind: 'answered, checked, marked, turned a page or handed in; or that a teacher gave more time or told you something',
      detail:
        'which question, what you answered, and what a check of it earned; or how much time, and what you were told',
      givenAt: 'when you did it',
      receivedAt: 'when it reached the server',
    },
    sortedBy: ['attemptId', 'sequence'],
    rowsOf: ofOwnAttempt,
    onDeletion: removed,
  },
  {
    model: 'Answer',
    title: 'Answers you gave',
    why: 'To show you what you know, and to choose what comes next.',
    howLong: untilDeleted,
    columns: {
      id: 'a random number',
      learnerId: 'the number that stands for you',
      itemId: 'the question',
      itemRevision: 'its wording',
      attemptId: 'the quiz or test, if it was given in one',
      response: 'your answer',
      score: 'what it earned, from 0 to 1',
      tries: 'each of your tries and what it earned, where you could try again',
      firstTryScore: 'what the first of them earned',
      certainty: 'how sure you said you were',
      durationMs: 'how long it took, in milliseconds',
      answeredAt: 'when you gave it',
    },
    sortedBy: ['answeredAt', 'id'],
    rowsOf: own,
    onDeletion: removed,
  },
  {
    model: 'Review',
    title: 'Cards you reviewed',
    why: 'To reckon when each card comes back.',
    howLong: untilDeleted,
    columns: {
      id: 'a random number',
      learnerId: 'the number that stands for you',
      cardId: 'the card',
      cardRevision: 'its wording',
      rating: 'your grade: 1 Again, 2 Hard, 3 Good, 4 Easy',
      durationMs: 'how long it took, in milliseconds',
      desiredRetention: 'how likely you wanted to recall it next time',
      timeZone: 'your time zone then',
      parameterFitId: 'the schedule fitted to you that held then, if you used one',
      reviewedAt: 'when you reviewed it',
    },
    sortedBy: ['reviewedAt', 'id'],
    rowsOf: own,
    onDeletion: removed,
  },
  {
    model: 'ReviewUndo',
    title: 'Reviews you took back',
    why: 'So that a slip of the finger does not count.',
    howLong: untilDeleted,
    columns: { reviewId: 'the review', undoneAt: 'when you took it back' },
    sortedBy: ['undoneAt', 'reviewId'],
    rowsOf: ({ learnerId }) => ({ review: { learnerId } }),
    onDeletion: removed,
  },
  {
    model: 'CardState',
    title: 'When each card comes back',
    why: 'Reckoned from your reviews and answers, so that it need not be reckoned each time.',
    howLong: untilDeleted,
    columns: {
      learnerId: 'the number that stands for you',
      cardId: 'the card',
      dueAt: 'when it comes back',
      stability: 'how many days until you would forget it one time in ten',
      difficulty: 'how hard it is for you, from 1 to 10',
      phase: 'whether you are learning it, reviewing it or learning it again',
      learningStep: 'which step of learning it is in',
      intervalDays: 'how many days it stays away',
      reps: 'how often you have reviewed it',
      lapses: 'how often you have forgotten it',
      firstReviewedAt: 'when you first reviewed it',
      lastReviewedAt: 'when you last reviewed it',
      intervalBucket: 'roughly how long it stays away, to be found by',
      isSuspended: 'whether you set it aside',
    },
    sortedBy: ['cardId'],
    rowsOf: own,
    onDeletion: removed,
  },
  {
    model: 'CardStanding',
    title: 'Cards you set aside, marked or wrote on',
    why: 'Because you asked for it.',
    howLong: untilDeleted,
    columns: {
      learnerId: 'the number that stands for you',
      cardId: 'the card',
      suspendedAt: 'when you set it aside',
      buriedUntil: 'until when it is put off',
      markedAt: 'when you marked it',
      note: 'what you wrote on it',
    },
    sortedBy: ['cardId'],
    rowsOf: own,
    onDeletion: removed,
  },
  {
    model: 'OwnCard',
    title: 'Cards you made',
    why: 'Because you asked for it. Nobody else sees them.',
    howLong: untilDeleted,
    columns: {
      id: 'a random number',
      learnerId: 'the number that stands for you',
      factId: 'the fact it was made from, if it was',
      front: 'what you wrote on the front',
      back: 'what you wrote on the back',
      createdAt: 'when you made it',
      editedAt: 'when you last changed it',
      isNew: 'whether you have yet to review it',
    },
    sortedBy: ['createdAt', 'id'],
    rowsOf: own,
    onDeletion: removed,
  },
  {
    model: 'ParameterFit',
    title: 'Schedules fitted to you',
    why: 'So that cards come back when you in particular would forget them.',
    howLong: untilDeleted,
    columns: {
      id: 'a random number',
      learnerId: 'the number that stands for you',
      parameters: 'how your memory fades, in 21 numbers',
      before: 'the numbers that held before',
      reviewCount: 'how many reviews it was fitted to',
      recalledShare: 'the share of them that you recalled',
      logLossBefore: 'how surprising they were by the numbers before',
      logLossAfter: 'how surprising they were by the new ones',
      expectedShareBefore: 'the share expected by the numbers before',
      expectedShareAfter: 'the share expected by the new ones',
      fittedAt: 'when it was fitted',
    },
    sortedBy: ['fittedAt', 'id'],
    rowsOf: own,
    onDeletion: removed,
  },
  {
    model: 'Account',
    title: 'Your account, if you made one',
    why: 'So that you can go on from any device.',
    howLong: untilDeleted,
    columns: {
      id: 'a random number',
      learnerId: 'the number that stands for you',
      email: 'your address, as it is looked up',
      emailShown: 'your address, as you typed it',
      emailVerifiedAt: 'when it was shown to be yours',
      name: 'the name you gave',
      passwordHash: 'a number worked out from your password, which does not lead back to it',
      isAdministrator: 'whether you run this site',
      totpSecret: 'what your authenticator app and this server share, sealed',
      totpConfirmedAt: 'when you set the app up',
      totpLastStep: 'when its latest code was used',
      createdAt: 'when you made it',
    },
    secret: ['passwordHash', 'totpSecret'],
    sortedBy: ['id'],
    rowsOf: own,
    onDeletion: removed,
  },
  {
    model: 'ProviderIdentity',
    title: 'Where else you sign in from',
    why: 'So that you can sign in here by an account elsewhere.',
    howLong: untilDeleted,
    columns: {
      provider: 'who provides it',
      subject: 'what they call you',
      accountId: 'your account here',
      label: 'the name they give you',
      linkedAt: 'when you linked it',
    },
    sortedBy: ['provider', 'subject'],
    rowsOf: ofOwnAccount,
    onDeletion: removed,
  },
  {
    model: 'Session',
    title: 'Browsers that are or were signed in',
    why: 'So that you can see and end them.',
    howLong: 'Until you delete it, or 400 days after it has ended.',
    columns: {
      id: 'a random number',
      accountId: 'your account',
      generation: 'how often its cookie was renewed',
      generationAt: 'when it last was',
      browser: 'the browser, such as Firefox on Linux',
      createdAt: 'when you signed in',
      lastSeenAt: 'when it was last here',
      expiresAt: 'when it ends by itself',
      revokedAt: 'when it was ended',
    },
    sortedBy: ['createdAt', 'id'],
    rowsOf: ofOwnAccount,
    onDeletion: removed,
  },
  {
    model: 'RecoveryCode',
    title: 'Recovery codes',
    why: 'So that you can sign in without your authenticator app.',
    howLong: untilDeleted,
    columns: {
      hash: 'a number worked out from the code, which does not lead back to it',
      accountId: 'your account',
      usedAt: 'when it was used',
    },
    secret: ['hash'],
    sortedBy: ['hash'],
    rowsOf: ofOwnAccount,
    onDeletion: removed,
  },
  {
    model: 'OneTimeToken',
    title: 'Links that were sent to you',
    why: 'So that each works once, and not for long.',
    howLong: 'As long as it works, which is a day at most, and a day more.',
    columns: {
      hash: 'a number worked out from the link, which does not lead back to it',
      kind: 'what it is for',
      email: 'the address it was sent to',
      accountId: 'your account, where there was one',
      createdAt: 'when it was sent',
      expiresAt: 'until when it works',
      usedAt: 'when it was used',
    },
    secret: ['hash'],
    sortedBy: ['createdAt', 'hash'],
    rowsOf: ofOwnAccount,
    onDeletion: removed,
  },
  {
    model: 'Class',
    title: 'Classes',
    why: 'So that people can learn together.',
    howLong: 'For good, as it is everybody’s who is in it.',
    columns: {
      id: 'a random number',
      name: 'the name of the class',
      timeZone: 'its time zone',
      joinCode: 'the code that lets people in',
      createdAt: 'when it was made',
      archivedAt: 'when it was put away',
      dropLowest: 'how many of each learner’s lowest grades are left out of the total',
    },
    sortedBy: ['createdAt', 'id'],
    rowsOf: null,
    onDeletion: { kind: 'kept', why: 'it is not yours alone, and names nobody' },
  },
  {
    model: 'Membership',
    title: 'Classes you are or were in',
    why: 'So that those who teach you know who you are, and you them.',
    howLong: untilDeleted,
    columns: {
      classId: 'the class',
      accountId: 'your account',
      role: 'what you are in it',
      joinedAt: 'when you came in',
      leftAt: 'when you left',
    },
    sortedBy: ['classId', 'accountId'],
    rowsOf: ofOwnAccount,
    onDeletion: removed,
  },
  {
    model: 'Group',
    title: 'Groups in classes',
    why: 'So that a class can be divided.',
    howLong: 'As long as the class.',
    columns: {
      id: 'a random number',
      classId: 'the class',
      name: 'the name of the group',
      createdAt: 'when it was made',
    },
    sortedBy: ['classId', 'id'],
    rowsOf: null,
    onDeletion: { kind: 'kept', why: 'it names nobody' },
  },
  {
    model: 'GroupMember',
    title: 'Groups you are in',
    why: 'So that your teachers can set things for a group.',
    howLong: untilDeleted,
    columns: { groupId: 'the group', classId: 'the class', accountId: 'your account' },
    sortedBy: ['groupId', 'accountId'],
    rowsOf: ({ learnerId }) => ({ membership: { account: { learnerId } } }),
    onDeletion: removed,
  },
  {
    model: 'Invitation',
    title: 'Classes that your address is invited to',
    why: 'So that your teachers can let you in without a code.',
    howLong: 'Until you answer it, and two months at most.',
    columns: {
      id: 'a random number',
      classId: 'the class',
      email: 'your e-mail address',
      name: 'what your teacher calls you',
      role: 'what you are to be in it',
      groupId: 'the group you are to be in',
      invitedAt: 'when you were invited',
      expiresAt: 'when the invitation ends',
      mailedAt: 'when you were sent an e-mail about it',
    },
    sortedBy: ['invitedAt', 'id'],
    rowsOf: ({ email }) => ({ email: email ?? '' }),
    onDeletion: { kind: 'sought' },
  },
  {
    model: 'Assignment',
    title: 'What is assigned in classes',
    why: 'So that a class knows what to do by when.',
    howLong: 'As long as the class.',
    columns: {
      id: 'a random number',
      classId: 'the class',
      title: 'what it is called',
      instructions: 'what the teacher says about it',
      work: 'what is to be done',
      settings: 'how a quiz is taken',
      opensAt: 'when it opens',
      dueAt: 'when it is due',
      closesAt: 'when it closes',
      password: 'the word that a class is told to begin with',
      weight: 'how much it counts',
      createdAt: 'when it was made',
      publishedAt: 'since when the class sees it',
      holdsGrades: 'whether grades wait to be released',
      gradesReleasedAt: 'when they are released',
    },
    sortedBy: ['createdAt', 'id'],
    rowsOf: null,
    onDeletion: { kind: 'kept', why: 'it belongs to the class, and names nobody' },
  },
  {
    model: 'AssignmentOverride',
    title: 'Other terms that you have been given',
    why: 'So that you have the time you need.',
    howLong: untilDeleted,
    columns: {
      id: 'a random number',
      assignmentId: 'the assignment',
      accountId: 'your account',
      groupId: 'the group, where they are a group’s',
      terms: 'what is different',
      reason: 'why, in your teacher’s words',
      createdAt: 'when they were given',
    },
    sortedBy: ['assignmentId', 'id'],
    rowsOf: ofOwnAccount,
    onDeletion: removed,
  },
  {
    model: 'GradeCell',
    title: 'What you earned in assignments',
    why: 'So that you and your teachers see how you did.',
    howLong: 'As long as the class; without your name once you have deleted your data.',
    columns: {
      id: 'a random number',
      assignmentId: 'the assignment',
      accountId: 'your account',
      state: 'whether it is handed in',
      points: 'the points you earned',
      ofPoints: 'the points possible',
      isLate: 'whether it came late',
      attempts: 'how often you tried',
      attemptId: 'the attempt that counts',
      handedInAt: 'when you handed it in',
    },
    sortedBy: ['assignmentId', 'id'],
    rowsOf: ofOwnAccount,
    onDeletion: {
      kind: 'anonymous',
      changes: ({ learnerId }) => [{ where: { account: { learnerId } }, values: { accountId: null, attemptId: null } }],
      why: 'the averages of the class rest on it',
    },
  },
  {
    model: 'GradeDecision',
    title: 'What teachers decided about your grades',
    why: 'So that it sticks, and you see what they wrote to you.',
    howLong: untilDeleted,
    columns: {
      assignmentId: 'the assignment',
      accountId: 'your account',
      points: 'the points you were given in place of those you earned',
      isExcused: 'whether it does not count for you',
      comment: 'what your teacher wrote to you',
      decidedAt: 'when it was decided',
    },
    sortedBy: ['assignmentId', 'accountId'],
    rowsOf: ofOwnAccount,
    onDeletion: removed,
  },
  {
    model: 'ItemDecision',
    title: 'What teachers decided about questions',
    why: 'So that a bad question costs nobody anything.',
    howLong: 'As long as the assignment.',
    columns: {
      assignmentId: 'the assignment',
      itemId: 'the question',
      kind: 'full marks for all, left out, or graded anew',
      itemRevision: 'by which wording it is graded',
      reason: 'why',
      decidedAt: 'when it was decided',
    },
    sortedBy: ['assignmentId', 'itemId'],
    rowsOf: null,
    onDeletion: { kind: 'kept', why: 'it names nobody' },
  },
  {
    model: 'BankItem',
    title: 'Questions you wrote',
    why: 'Because you asked for it. Only the teachers of classes that you share them with see them, and whoever you ask them.',
    howLong:
      'Until you delete them; those that somebody else was asked, or that a class shares or is assigned, stay without your name.',
    columns: {
      id: 'a random number',
      ownerAccountId: 'your account',
      folder: 'the folder you put it in',
      tags: 'the tags you gave it',
      difficulty: 'how hard you think it is',
      copiedFromItemId: 'the question it was copied from',
      copiedFromRevision: 'how that one read then',
      createdAt: 'when you made it',
      editedAt: 'when it last changed',
      deletedAt: 'when you deleted it, where it had to stay for those who were asked it, or are to be',
    },
    sortedBy: ['createdAt', 'id'],
    rowsOf: ({ learnerId }) => ({ owner: { learnerId } }),
    onDeletion: {
      kind: 'anonymous',
      changes: ({ learnerId }) => [
        { where: { owner: { learnerId } }, values: { ownerAccountId: null, folder: '', tags: [] } },
      ],
      why: 'others were asked it, share it or are to be asked it',
      removes: { which: 'What nobody else was asked, and no class shares or is assigned,', where: unusedByOthers },
    },
  },
  {
    model: 'BankItemVersion',
    title: 'How those questions read, version by version',
    why: 'So that whoever was asked one sees it as it was.',
    howLong: 'As long as the question.',
    columns: {
      bankItemId: 'the question',
      sequence: 'its place among the others',
      version: 'the number of its answer',
      revision: 'its wording',
      content: 'what it asks, its answer and its explanations',
      createdAt: 'when it was kept',
      byAccountId: 'the account that kept it',
    },
    sortedBy: ['bankItemId', 'sequence'],
    rowsOf: ({ learnerId }) => ({ bankItem: { owner: { learnerId } } }),
    onDeletion: {
      kind: 'anonymous',
      changes: ({ learnerId }) => [{ where: { by: { learnerId } }, values: { byAccountId: null } }],
      why: 'it goes or stays with the question',
    },
  },
  {
    model: 'BankItemShare',
    title: 'Classes that you share questions with',
    why: 'So that those who teach with you can use them.',
    howLong: 'Until you share it no more.',
    columns: {
      bankItemId: 'the question',
      classId: 'the class',
      mayEdit: 'whether its teachers may change it',
    },
    sortedBy: ['bankItemId', 'classId'],
    rowsOf: ({ learnerId }) => ({ bankItem: { owner: { learnerId } } }),
    onDeletion: { kind: 'kept', why: 'it names nobody, and the class goes on using the question' },
  },
  {
    model: 'AssignedBankItem',
    title: 'Assignments that ask those questions',
    why: 'So that a question is there for whoever is yet to be asked it.',
    howLong: 'As long as the assignment asks it.',
    columns: {
      assignmentId: 'the assignment',
      bankItemId: 'the question',
    },
    sortedBy: ['bankItemId', 'assignmentId'],
    rowsOf: ({ learnerId }) => ({ bankItem: { owner: { learnerId } } }),
    onDeletion: { kind: 'kept', why: 'it names nobody, and the class goes on being asked the question' },
  },
  {
    model: 'OwnLesson',
    title: 'Lessons you wrote',
    why: 'Because you asked for it. Only the classes that you share them with see them.',
    howLong: untilDeleted,
    columns: {
      id: 'a random number',
      ownerAccountId: 'your account',
      title: 'what you called it',
      body: 'what you wrote',
      createdAt: 'when you made it',
      editedAt: 'when you last changed it',
      sequence: 'how often you have kept it',
    },
    sortedBy: ['createdAt', 'id'],
    rowsOf: ({ learnerId }) => ({ owner: { learnerId } }),
    onDeletion: removed,
  },
  {
    model: 'OwnLessonShare',
    title: 'Classes that read lessons you wrote',
    why: 'So that they can.',
    howLong: untilDeleted,
    columns: { lessonId: 'the lesson', classId: 'the class' },
    sortedBy: ['lessonId', 'classId'],
    rowsOf: ({ learnerId }) => ({ lesson: { owner: { learnerId } } }),
    onDeletion: removed,
  },
  {
    model: 'ItemFlag',
    title: 'What you told us about questions',
    why: 'So that whoever writes the questions can put them right.',
    howLong: untilDeleted,
    columns: {
      id: 'a random number',
      learnerId: 'the number that stands for you',
      itemId: 'the question',
      itemRevision: 'its wording',
      comment: 'what you wrote',
      flaggedAt: 'when you wrote it',
    },
    sortedBy: ['flaggedAt', 'id'],
    rowsOf: own,
    onDeletion: removed,
  },
  {
    model: 'AuditEvent',
    title: 'Sensitive acts, such as a download of your data',
    why: 'So that whoever runs this can tell what was done, should something go wrong.',
    howLong: 'For good, but it names nobody once you have deleted your data.',
    columns: {
      id: 'a random number',
      at: 'when it was done',
      act: 'what was done',
      accountId: 'the account that did it',
      learnerId: 'the number that stands for you',
      subject: 'what or whom it was done to',
      detail: 'what belongs to it, such as how many rows a download had',
    },
    sortedBy: ['at', 'id'],
    // What others did to somebody names those others.
    rowsOf: own,
    onDeletion: {
      kind: 'anonymous',
      changes: ({ learnerId }) => [
        { where: { learnerId }, values: { accountId: null, learnerId: null } },
        { where: { subject: learnerId }, values: { subject: null } },
      ],
      why: 'that it happened stays on record, without who it was',
    },
  },
  {
    model: 'RateLimit',
    title: 'How often things were done in the last hour',
    why: 'So that nobody can guess passwords or flood the server.',
    howLong: 'An hour; then it counts for nothing, and is removed within a day.',
    columns: {
      key: 'a number worked out from who it was, which does not lead back',
      points: 'how often it was done',
      expire: 'when it stops counting',
    },
    sortedBy: ['key'],
    rowsOf: null,
    onDeletion: { kind: 'kept', why: 'it leads to nobody, and is gone within a day' },
  },
]

/** What happens to a holding when somebody deletes their data, in words. */
export function deletionText({ onDeletion }: Holding): string {
  switch (onDeletion.kind) {
    case 'removed':
    case 'sought':
      return 'It is deleted.'
    case 'anonymous':
      return onDeletion.removes === undefined
        ? `It stays without your name: ${onDeletion.why}.`
        : `${onDeletion.removes.which} is deleted. The rest stays without your name: ${onDeletion.why}.`
    case 'kept':
      return `It stays: ${onDeletion.why}.`
  }
}
