return await JointMeeting.Web.Cli.Verbs.Run(args);
